import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { type Dashboard, type LabSnapshot, startDashboard } from "../../../lab/local/dashboard";
import { askDashboard } from "./ask-dashboard";
import { SmallLab } from "./small-lab";

let lab: SmallLab;
let dashboard: Dashboard;
const open: ClientRequest[] = [];

beforeEach(async () => {
  lab = new SmallLab();
  dashboard = await startDashboard(lab);
});
afterEach(async () => {
  for (const page of open.splice(0)) page.destroy();
  await dashboard.stop();
});

/** Reads the stream of events; `next` gives the snapshot of the following one. */
class Page {
  readonly #blocks: AsyncIterator<string>;
  constructor(readonly response: IncomingMessage) {
    this.#blocks = blocksOf(response);
  }

  static async open(headers: Record<string, string> = {}): Promise<Page> {
    const asked = request({
      host: "127.0.0.1",
      port: dashboard.port,
      path: "/events",
      headers,
      agent: false,
    });
    open.push(asked);
    asked.on("error", () => {});
    asked.end();
    const [response] = await once(asked, "response");
    return new Page(response);
  }

  async block(): Promise<string> {
    return (await this.#blocks.next()).value;
  }

  async next(): Promise<LabSnapshot> {
    const block = await this.block();
    return block.startsWith("data: ") ? JSON.parse(block.slice(6)) : this.next();
  }

  async until(holds: (snapshot: LabSnapshot) => boolean): Promise<LabSnapshot> {
    const snapshot = await this.next();
    return holds(snapshot) ? snapshot : this.until(holds);
  }
}

async function* blocksOf(response: IncomingMessage): AsyncGenerator<string> {
  let text = "";
  response.setEncoding("utf8");
  for await (const chunk of response) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    yield* blocks;
  }
}

describe("the stream of events", () => {
  it("starts with the name of this start and a whole snapshot", async () => {
    const page = await Page.open();
    expect(page.response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    expect(await page.block()).toMatch(/^retry: 1000\nevent: start\ndata: [\w-]{12}$/);
    expect(await page.next()).toEqual(JSON.parse(JSON.stringify(lab.snapshot())));
  });

  it("tells of a change", async () => {
    const page = await Page.open();
    await page.next();
    lab.probe();
    expect((await page.next()).groups[0]?.targets.map(({ health }) => health)).toEqual([
      "healthy",
      "healthy",
    ]);
  });

  it("tells every page of it", async () => {
    const pages = [await Page.open(), await Page.open(), await Page.open()];
    lab.answer("http", "/for-all");
    for (const page of pages) await page.until(({ requests }) => requests[0]?.path === "/for-all");
  });

  it("puts many changes into few events, and ends with the last of them", async () => {
    const page = await Page.open();
    await page.next();
    for (let at = 1; at <= 1000; at++) lab.answer("http", `/${at}`);
    let events = 0;
    await page.until(({ requests }) => {
      events++;
      return requests[0]?.path === "/1000";
    });
    expect(events).toBeLessThanOrEqual(2);
  });

  it("never holds more for a page that does not read than a few events", async () => {
    const page = await Page.open();
    await page.block();
    page.response.pause();
    const other = await Page.open();
    lab.title = "x".repeat(3_000_000);
    for (let at = 1; at <= 8; at++) {
      lab.answer("http", `/${at}`);
      await other.until(({ requests }) => requests[0]?.path === `/${at}`);
    }
    page.response.resume();
    let events = 0;
    await page.until(({ requests }) => {
      events++;
      return requests[0]?.path === "/8";
    });
    expect(events).toBeLessThan(6);
  });

  it("keeps markup and line breaks inside of one event [P-68]", async () => {
    lab.targets[0]!.name = "<img src=x onerror=alert(1)>\n\ndata: {}\u2028\ud800";
    const page = await Page.open();
    const { groups } = await page.next();
    expect(groups[0]?.targets[0]?.name).toBe("<img src=x onerror=alert(1)>\n\ndata: {}\u2028\ud800");
  });

  it("listens to the lab only while a page is open", async () => {
    expect(lab.openPages).toBe(0);
    const page = await Page.open();
    expect(lab.openPages).toBe(1);
    page.response.destroy();
    while (lab.openPages > 0) await new Promise(setImmediate);
    const again = await Page.open();
    lab.answer("http", "/again");
    await again.until(({ requests }) => requests[0]?.path === "/again");
  });

  it("ends when the dashboard stops, whoever reads", async () => {
    const page = await Page.open();
    const ended = once(page.response, "close");
    page.response.resume();
    await dashboard.stop();
    await ended;
    expect(lab.openPages).toBe(0);
  });

  it("is refused to another site's page [P-69]", async () => {
    for (const headers of [{ Origin: "https://evil.example" }, { "Sec-Fetch-Site": "cross-site" }]) {
      expect((await askDashboard(dashboard, "/events", { headers })).status).toBe(403);
    }
    expect(lab.openPages).toBe(0);
  });

  it("is refused to a 21st page, and given again once one was closed", async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => Page.open()));
    expect((await askDashboard(dashboard, "/events")).status).toBe(503);
    pages[0]!.response.destroy();
    while ((await askDashboard(dashboard, "/events", { method: "HEAD" })).status === 503);
    expect((await Page.open()).response.statusCode).toBe(200);
  });
});
