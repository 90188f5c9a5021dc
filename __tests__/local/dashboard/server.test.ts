import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { type Dashboard, startDashboard } from "../../../lab/local/dashboard";
import { askDashboard, tokenOf } from "./ask-dashboard";
import { SmallLab } from "./small-lab";

let lab: SmallLab;
let dashboard: Dashboard;

beforeEach(async () => {
  lab = new SmallLab();
  dashboard = await startDashboard(lab);
});
afterEach(() => dashboard.stop());

describe("the dashboard's server", () => {
  it("serves every file of the page with its type", async () => {
    const folder = join(__dirname, "../../../lab/local/dashboard/page");
    const types = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
    for (const name of readdirSync(folder)) {
      const path = name === "index.html" ? "/" : `/${name}`;
      const { status, headers, text } = await askDashboard(dashboard, path);
      const type = types[name.split(".").at(-1) as keyof typeof types];
      expect({ name, status, type: headers["content-type"]?.split(";")[0] }).toEqual({
        name,
        status: 200,
        type,
      });
      expect(text.length).toBeGreaterThan(50);
    }
  });

  it("forbids everything that is not its own on every answer, refusals included [P-68]", async () => {
    for (const path of ["/", "/dashboard.js", "/nowhere"]) {
      const { headers } = await askDashboard(dashboard, path);
      expect(headers).toMatchObject({
        "content-security-policy": expect.stringMatching(
          /^default-src 'none'; script-src 'self'; style-src 'self'; .*base-uri 'none'.*frame-ancestors 'none'/,
        ),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-frame-options": "DENY",
        "cache-control": "no-store",
      });
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*|http:|https:/);
    }
  });

  it("has no inline script, style or handler in its page [P-68]", async () => {
    const { text } = await askDashboard(dashboard, "/");
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|https?:\/\//i);
  });

  it("answers HEAD without a body", async () => {
    const { status, headers, text } = await askDashboard(dashboard, "/", { method: "HEAD" });
    expect({ status, text, length: Number(headers["content-length"]) > 1000 }).toEqual({
      status: 200,
      text: "",
      length: true,
    });
  });

  it.each(["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])("refuses %s", async (method) => {
    const { status, headers, text } = await askDashboard(dashboard, "/", { method });
    expect({ status, allow: headers.allow, text }).toEqual({
      status: 405,
      allow: "GET, HEAD, POST",
      text: "method: must be GET, HEAD or POST",
    });
  });

  it.each([
    "/../respond.ts",
    "/%2e%2e/respond.ts",
    "/index.html",

    "/__proto__",
    "/events/",
    "//",
    "*",
  ])("has nothing at %s", async (path) => {
    expect((await askDashboard(dashboard, path)).status).toBe(404);
  });

  it("listens on loopback only, and frees its port when it stops [P-69]", async () => {
    expect(dashboard.url).toBe(`http://127.0.0.1:${dashboard.port}/`);
    const { port } = dashboard;
    await dashboard.stop();
    const again = await startDashboard(lab, { port });
    expect(again.port).toBe(port);
    await again.stop();
  });

  it("rejects with the system's error where its port is taken", async () => {
    await expect(startDashboard(lab, { port: dashboard.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("has a new token at every start [P-69]", async () => {
    const other = await startDashboard(lab);
    const tokens = [await tokenOf(dashboard), await tokenOf(other)];
    await other.stop();
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ["no HTTP", "\u0016\u0003\u0001\u0002\u0000"],
    ["half a request", "GET / HTTP/1.1\r\nHost: 127"],
    ["a header of 1 MB", `GET / HTTP/1.1\r\nX: ${"a".repeat(1 << 20)}\r\n\r\n`],
    [
      "a broken chunk",
      "POST /requests HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ["an upgrade", "GET / HTTP/1.1\r\nHost: evil\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n"],
    ["a tunnel", "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"],
  ])("goes on after %s", async (_name, bytes) => {
    const socket = connect(dashboard.port, "127.0.0.1");
    socket.on("error", () => {});
    await new Promise<void>((resolve) => {
      socket.on("data", () => socket.destroy());
      socket.on("close", () => resolve());
      socket.end(bytes);
    });
    expect((await askDashboard(dashboard, "/")).status).toBe(200);
  });
});
