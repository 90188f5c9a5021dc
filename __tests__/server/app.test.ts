import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createApp, createListener } from "../../server/app";
import { createServer } from "../../server/server";
import { parseSettings } from "../../server/settings";
import { openRaw, request } from "./request";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(environment: Record<string, string> = {}, options: { healthOnly?: boolean } = {}) {
  const { settings, problems } = parseSettings(environment);
  expect(problems).toEqual([]);
  const state = { draining: false };
  const entries: Record<string, unknown>[] = [];
  const log = (entry: Record<string, unknown>) => entries.push(entry);
  const server = createServer(settings, createListener(createApp(settings, state, log, options), log));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { port: (server.address() as AddressInfo).port, state, entries, server };
}

test("the first server greets with Hello World", async () => {
  const { port } = await serve({ SERVER_NAME: "Server-1", FIRST_SERVER: "true" });
  const answer = await request(port, "/");
  expect([answer.status, answer.text]).toEqual([200, "Hello World"]);
  expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
});

test("any other server adds its name", async () => {
  const { port } = await serve({ SERVER_NAME: "Server-2" });
  expect((await request(port, "/")).text).toBe("Hello World from Server-2");
});

test("the health check answers Health Check Success", async () => {
  const { port } = await serve();
  const answer = await request(port, "/health");
  expect([answer.status, answer.text]).toEqual([200, "Health Check Success"]);
});

test("a draining server fails its health check, still greets, and asks for the connection to be closed", async () => {
  const { port, state } = await serve();
  expect((await request(port, "/", { headers: { connection: "keep-alive" } })).headers.connection).toBe(
    "keep-alive",
  );
  state.draining = true;
  const health = await request(port, "/health", { headers: { connection: "keep-alive" } });
  expect([health.status, health.text, health.headers.connection]).toEqual([503, "Draining", "close"]); // P24
  const greeting = await request(port, "/", { headers: { connection: "keep-alive" } });
  expect([greeting.status, greeting.headers.connection]).toEqual([200, "close"]);
});

// R28: the load balancer does not strip the path.
test.each(["/api", "/api/"])(
  "with the base path %s it greets there, with and without a slash, and nowhere else",
  async (basePath) => {
    const { port } = await serve({ BASE_PATH: basePath });
    const statusOf = async (path: string) => (await request(port, path)).status;
    expect(await statusOf("/api")).toBe(200);
    expect(await statusOf("/api/")).toBe(200);
    expect(await statusOf("/api?page=1")).toBe(200);
    expect(await statusOf("/")).toBe(404);
    expect(await statusOf("/api/users")).toBe(404);
    expect(await statusOf("/API")).toBe(404);
    expect(await statusOf("/health")).toBe(200);
  },
);

test("a health-only listener knows nothing else", async () => {
  const { port } = await serve({}, { healthOnly: true });
  expect((await request(port, "/health")).text).toBe("Health Check Success");
  expect((await request(port, "/")).status).toBe(404);
});

test("a path is text, never a pattern", async () => {
  const { port } = await serve({ BASE_PATH: "/:a+", HEALTH_PATH: "/h.alth" });
  expect((await request(port, "/:a+")).status).toBe(200);
  expect((await request(port, "/xx")).status).toBe(404);
  expect((await request(port, "/health")).status).toBe(404);
});

test("HEAD is answered like GET, without the body", async () => {
  const { port } = await serve({ FIRST_SERVER: "true" });
  const answer = await request(port, "/", { method: "HEAD" });
  expect([answer.status, answer.text, answer.headers["content-length"]]).toEqual([200, "", "11"]);
});

test("nothing tells what serves", async () => {
  const { port } = await serve();
  for (const path of ["/", "/health", "/none"]) {
    const { headers } = await request(port, path);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["x-powered-by"]));
    expect(headers).not.toHaveProperty("etag");
  }
});

test.each([
  "GET /%zz HTTP/1.1",
  "GET http://[ HTTP/1.1",
  "GET //[:x HTTP/1.1",
  "GET /%E0%A4%A HTTP/1.1",
  "OPTIONS * HTTP/1.1",
])("%s is answered in plain text, without a stack trace, and the server lives on", async (line) => {
  const { port } = await serve();
  const raw = await openRaw(port);
  await raw.write(`${line}\r\nHost: a\r\nConnection: close\r\n\r\n`);
  const answer = await raw.closed;
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer).not.toMatch(/node_modules|<html|Error:/i);
  expect((await request(port, "/health")).status).toBe(200);
});

test("what is not found is said in plain text", async () => {
  const { port } = await serve();
  const answer = await request(port, "/<script>");
  expect([answer.status, answer.text]).toEqual([404, "Not Found"]);
});

test("a request head of 64 K passes, as it does through the load balancer", async () => {
  const { port } = await serve(); // P40
  const headers = Object.fromEntries([1, 2, 3, 4].map((n) => [`x-${n}`, "a".repeat(16_000)]));
  expect((await request(port, "/", { headers })).status).toBe(200);
});

test("idle connections outlive the load balancer's idle timeout of 60 s", async () => {
  const { server } = await serve(); // G41, P30, Y1
  expect(server.keepAliveTimeout).toBe(65_000);
  expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
  expect(server.requestTimeout).toBeGreaterThanOrEqual(server.headersTimeout);
  const longer = await serve({ KEEP_ALIVE_SECONDS: "4005" });
  expect(longer.server.keepAliveTimeout).toBe(4_005_000);
  expect(longer.server.headersTimeout).toBeGreaterThan(4_005_000);
});
