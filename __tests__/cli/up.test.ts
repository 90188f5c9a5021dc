import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tillGone } from "../local/processes/alive";
import { flat } from "./support/run-here";
import { shop } from "./support/shop";
import { endAll, type Started, startProcess } from "./support/start-process";

jest.setTimeout(60_000);

const directory = mkdtempSync(join(tmpdir(), "alb-lab-up-"));
const env = { XDG_CACHE_HOME: directory };
const file = join(directory, "shop.json");
const anyPort = ["--port", "80=0", "--port", "8080=0", "--port", "9090=0"];
beforeEach(() => writeFileSync(file, shop()));
afterAll(() => {
  endAll();
  rmSync(directory, { recursive: true });
});

interface Ready {
  readonly listeners: readonly { readonly port: number; readonly url: string | null }[];
  readonly dashboard: string;
  readonly targets: readonly { readonly name: string; readonly pid: number; readonly address: string }[];
}

function start(...words: readonly string[]): Started {
  return startProcess(["up", file, ...anyPort, ...words], { env });
}

async function ready(started: Started): Promise<Ready & Record<string, unknown>> {
  return JSON.parse(await started.line());
}

function urlOf({ listeners }: Pick<Ready, "listeners">, port: number): string {
  return listeners.find((listener) => listener.port === port)?.url ?? "";
}

async function end(started: Started, signal: NodeJS.Signals = "SIGINT") {
  started.child.kill(signal);
  return started.ended();
}

/** Whether anybody takes connections there. */
function isOpen(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((settle) => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.on("connect", () => settle(true)).on("error", () => settle(false));
    socket.on("close", () => socket.destroy());
  });
}

describe("up --json", () => {
  it("prints one line when it is ready: every listener's URL, the dashboard's, every target", async () => {
    const started = start("--json");
    const line = await ready(started);
    expect(line).toEqual({
      event: "ready",
      title: "shop",
      listeners: expect.arrayContaining([
        {
          address: "aws_lb_listener.http",
          loadBalancer: "shop-alb",
          protocol: "HTTP",
          port: 80,
          url: expect.stringMatching(/^http:\/\/localhost:\d+\/$/),
        },
        expect.objectContaining({
          port: 9090,
          url: null,
          unreachable: expect.stringContaining("admits port 9090"),
        }),
      ]),
      dashboard: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
      targets: expect.arrayContaining([
        {
          key: "aws_lb_target_group_attachment.web-a",
          name: "web-a",
          group: "web",
          zone: "eu-central-1a",
          address: expect.stringMatching(/^127\.\d+\.\d+\.\d+:\d+$/),
          pid: expect.any(Number),
          kind: "server",
          health: expect.stringMatching(/^(initial|healthy)$/),
        },
      ]),
      notices: [],
    });
    expect(line.targets.map(({ name }) => name).sort()).toEqual(["api-a", "canary-b", "web-a", "web-b"]);
    await end(started);
  });

  it("routes as explain says, until verify has heard every server", async () => {
    const started = start("--json");
    const line = await ready(started);
    expect(await (await fetch(`${urlOf(line, 80)}img/x`)).text()).toMatch(/not found|Cannot GET/i);
    const { exitCode, out } = await startProcess(["verify", urlOf(line, 80), "--json"]).ended();
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({
      url: urlOf(line, 80),
      requests: 4,
      answers: expect.arrayContaining([
        { answer: "Hello World from web-a", count: 2 },
        { answer: "Hello World from web-b", count: 2 },
      ]),
      failures: [],
      health: { path: "/health", passed: true, seen: "200 Health Check Success" },
      servers: 2,
      passed: true,
    });
    await end(started);
  });

  it("prints a line for every change of a target's health", async () => {
    const started = start("--json", "--speed", "20");
    const line = await ready(started);
    const seen: Record<string, unknown>[] = [];
    while (!seen.some(({ to }) => to === "healthy")) seen.push(JSON.parse(await started.line()));
    process.kill(line.targets.find(({ name }) => name === "api-a")?.pid ?? 0, "SIGSTOP");
    while (!seen.some(({ to }) => to === "unhealthy")) seen.push(JSON.parse(await started.line()));
    expect(seen.find(({ to }) => to === "unhealthy")).toEqual({
      event: "health",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      target: "aws_lb_target_group_attachment.api-a",
      name: "api-a",
      from: expect.any(String),
      to: "unhealthy",
      reason: expect.stringMatching(/^Target\./),
      description: expect.any(String),
    });
    await end(started);
  });
});

describe("up", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "ends with 0 on %s and leaves no process and no port",
    async (signal) => {
      const started = start("--json");
      const { targets, dashboard, ...line } = await ready(started);
      const urls = [urlOf(line, 80), dashboard, ...targets.map(({ address }) => `http://${address}`)];
      expect(await Promise.all(urls.map(isOpen))).toEqual(urls.map(() => true));
      const { exitCode, err } = await end(started, signal);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
      expect(
        await tillGone(
          targets.map(({ pid }) => pid),
          2000,
        ),
      ).toEqual([]);
      expect(await Promise.all(urls.map(isOpen))).toEqual(urls.map(() => false));
    },
  );

  it("says where to look and who answers, for a person", async () => {
    const started = start();
    const lines: string[] = [];
    while (!lines.at(-1)?.includes("Ctrl-C")) lines.push(await started.line());
    expect(lines[0]).toBe("shop: 4 targets behind 1 load balancer");
    expect(lines.join("\n")).toMatch(/http:\/\/localhost:\d+\/ +HTTP 80 of shop-alb/);
    expect(flat(lines.join("\n"))).toMatch(
      /not reachable HTTP 9090 of shop-alb: no rule .* admits port 9090/,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.join("\n")).toMatch(/http:\/\/127\.0\.0\.1:\d+\/ +dashboard/);
    expect(lines.join("\n")).toMatch(/web-a +127\.\S+:\d+ +eu-central-1a +process \d+/);
    await end(started);
  });

  it("takes up a new synth while it runs, and keeps what it has where that cannot be read", async () => {
    const started = start("--json");
    const url = urlOf(await ready(started), 80);
    const stderr = errors(started);
    writeFileSync(file, "{");
    await stderr.until("change not taken up");
    expect((await fetch(url)).status).toBe(200);
    const changed = JSON.parse(readFileSync(file, "utf8") === "{" ? shop() : "{}");
    const answer = { status_code: "418", content_type: "text/plain", message_body: "short and stout" };
    changed.resource.aws_lb_listener.http.default_action = [
      { type: "fixed-response", fixed_response: answer },
    ];
    writeFileSync(file, JSON.stringify(changed));
    await stderr.until("in use");
    expect(await (await fetch(url)).text()).toBe("short and stout");
    await end(started);
  });

  it("cannot run where the dashboard's port is taken, and leaves nothing behind", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((settle) => taken.once("listening", settle));
    const { port } = taken.address() as { port: number };
    const { exitCode, out, err } = await start("--dashboard-port", String(port)).ended();
    taken.close();
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(String(port));
  });
});

/** What is written to standard error, to be waited for. */
function errors({ child }: Started) {
  let text = "";
  let look = () => {};
  child.stderr?.on("data", (more) => {
    text += more;
    look();
  });
  return {
    until: (wanted: string) =>
      new Promise<void>((settle) => {
        look = () => text.includes(wanted) && settle();
        look();
      }),
  };
}
