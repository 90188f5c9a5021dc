import fc from "fast-check";
import { type Dashboard, startDashboard } from "../../../lab/local/dashboard";
import { controlActions } from "../../../lab/local/dashboard/snapshot";
import { type Answer, askDashboard, tokenOf } from "./ask-dashboard";
import { SmallLab } from "./small-lab";

let lab: SmallLab;
let dashboard: Dashboard;
let token: string;

beforeEach(async () => {
  lab = new SmallLab();
  dashboard = await startDashboard(lab);
  token = await tokenOf(dashboard);
});
afterEach(() => dashboard.stop());

const stopServer2 = `/targets/${encodeURIComponent("Server-2@127.0.0.3:3000")}/stop`;

function post(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  return askDashboard(dashboard, path, {
    method: "POST",
    headers: { "X-Alb-Lab-Token": token, ...headers },
    body,
  });
}

function ask(question: unknown): Promise<Answer> {
  return post("/requests", { "Content-Type": "application/json" }, JSON.stringify(question));
}

describe("a control", () => {
  it.each(controlActions)("%s reaches its target", async (action) => {
    const { status } = await post(`/targets/${encodeURIComponent("Server-1@127.0.0.2:3000")}/${action}`);
    expect({ status, controlled: lab.controlled }).toEqual({
      status: 204,
      controlled: [["Server-1@127.0.0.2:3000", action]],
    });
  });

  it.each(["", "x", "a".repeat(43), "é"])("is refused with the token %j [P-69]", async (wrong) => {
    const { status, text } = await post(stopServer2, { "X-Alb-Lab-Token": encodeURIComponent(wrong) });
    expect({ status, text, controlled: lab.controlled }).toEqual({
      status: 403,
      text: "token: must be that of this start; reload the page",
      controlled: [],
    });
  });

  it("is refused without a token and with two [P-69]", async () => {
    const twice = ["Host", `127.0.0.1:${dashboard.port}`, "X-Alb-Lab-Token", token, "X-Alb-Lab-Token", token];
    for (const headers of [{}, twice]) {
      expect((await askDashboard(dashboard, stopServer2, { method: "POST", headers })).status).toBe(403);
    }
    expect(lab.controlled).toEqual([]);
  });

  it("is refused from another site's page, whatever it knows [P-69]", async () => {
    const { port } = dashboard;
    const foreign = [
      "https://evil.example",
      "null",
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      "",
    ];
    for (const Origin of foreign) {
      expect({ Origin, status: (await post(stopServer2, { Origin })).status }).toEqual({
        Origin,
        status: 403,
      });
    }
    for (const site of ["cross-site", "same-site"]) {
      expect((await post(stopServer2, { "Sec-Fetch-Site": site })).status).toBe(403);
    }
    expect(lab.controlled).toEqual([]);
  });

  it("works from the dashboard's own page", async () => {
    const own = { Origin: `http://localhost:${dashboard.port}`, Host: `localhost:${dashboard.port}` };
    expect((await post(stopServer2, { ...own, "Sec-Fetch-Site": "same-origin" })).status).toBe(204);
  });

  it("is never a GET [P-69]", async () => {
    const { status } = await askDashboard(dashboard, stopServer2, { headers: { "X-Alb-Lab-Token": token } });
    expect({ status, controlled: lab.controlled }).toEqual({ status: 404, controlled: [] });
  });

  it.each([
    ["an unknown target", "/targets/nobody/stop"],
    ["a prototype's key as target [P-70]", "/targets/__proto__/stop"],
    ["a prototype's key as action [P-70]", "/targets/Server-1%40127.0.0.2%3A3000/constructor"],
    ["a broken escape", "/targets/%E0%A4%A/stop"],
    ["no action", "/targets/Server-1%40127.0.0.2%3A3000"],
    ["a query", `${stopServer2}?x=1`],
    ["another path", "/"],
  ])("says 404 for %s", async (_name, path) => {
    expect({ status: (await post(path)).status, controlled: lab.controlled }).toEqual({
      status: 404,
      controlled: [],
    });
  });

  it("passes on why the lab could not, one line of it", async () => {
    lab.refusal = "Server-2: is outside of the lab\n    at secret (/home/somebody/file.ts:1:1)";
    const { status, text } = await post(stopServer2);
    expect({ status, text }).toEqual({ status: 409, text: "Server-2: is outside of the lab" });
  });

  it("takes a body of 4096 bytes and refuses a longer one", async () => {
    expect((await post(stopServer2, {}, "x".repeat(4096))).status).toBe(204);
    expect((await post(stopServer2, {}, "x".repeat(4097))).status).toBe(413);
    expect(lab.controlled).toHaveLength(1);
  });
});

describe("every answer", () => {
  it("is refused to a name that is not this machine's: a rebound DNS name [P-69]", async () => {
    const { port } = dashboard;
    const rebound = [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.:${port}`,
    ];
    for (const Host of rebound) {
      for (const path of ["/", "/events", "/dashboard.js"]) {
        const { status, text } = await askDashboard(dashboard, path, { headers: { Host } });
        expect({ Host, path, status }).toEqual({ Host, path, status: 403 });
        expect(text).not.toContain(token);
      }
      expect((await post(stopServer2, { Host })).status).toBe(403);
    }
    expect(lab.controlled).toEqual([]);
  });

  it("is given to each name of this machine", async () => {
    for (const name of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]) {
      const headers = { Host: `${name}:${dashboard.port}` };
      expect((await askDashboard(dashboard, "/", { headers })).status).toBe(200);
    }
  });

  it("is refused to two Host headers", async () => {
    const host = `127.0.0.1:${dashboard.port}`;
    const { status } = await askDashboard(dashboard, "/", {
      headers: ["Host", host, "Host", "evil.example"],
    });
    expect([400, 403]).toContain(status);
  });
});

describe("a question", () => {
  it("is asked once, and the answer tells who answered", async () => {
    const { status, text } = await ask({ listener: "http", path: "/shop?a=1" });
    expect({ status, paths: lab.requests.map(({ path }) => path) }).toEqual({
      status: 200,
      paths: ["/shop?a=1"],
    });
    expect(JSON.parse(text)).toEqual({ status: 200, targetName: "Server-1" });
  });

  it.each([
    ["no listener", { path: "/" }],
    ["a path without /", { listener: "http", path: "shop" }],
    ["a line break in the path", { listener: "http", path: "/\r\nHost: evil" }],
    ["a space in the path", { listener: "http", path: "/a b" }],
    ["a path of 1025 characters", { listener: "http", path: `/${"a".repeat(1024)}` }],
    ["nothing", null],
    ["a list", []],
  ])("with %s is refused", async (_name, question) => {
    const { status, text } = await ask(question);
    expect({ status, requests: lab.requests }).toEqual({ status: 400, requests: [] });
    expect(text).toMatch(/^request: must have /);
  });

  it("to an unknown listener is refused", async () => {
    expect((await ask({ listener: "constructor", path: "/" })).status).toBe(404);
  });

  it("must be JSON and say so, which no form of another site can [P-69]", async () => {
    const question = JSON.stringify({ listener: "http", path: "/" });
    expect((await post("/requests", { "Content-Type": "text/plain" }, question)).status).toBe(415);
    expect((await post("/requests", { "Content-Type": "application/json" }, "{")).status).toBe(400);
  });

  it("of any shape is answered, and pollutes nothing [P-70]", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const { status } = await post(
          "/requests",
          { "Content-Type": "application/json" },
          json.slice(0, 4000),
        );
        expect([200, 400, 404]).toContain(status);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
