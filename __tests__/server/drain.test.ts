import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { resolve } from "node:path";
import { openRaw, request } from "./request";
import { killServers, startServer } from "./start-server";

afterEach(killServers);

const SERVER = resolve(__dirname, "../../server/server.js");
const eventsOf = (entries: { event: string }[]) =>
  entries.map((entry) => entry.event).filter((event) => event !== "request");

test("after SIGTERM health fails first, then the listeners close, then the last request is answered", async () => {
  const server = await startServer({ DRAIN_SECONDS: "2", CLOSE_SECONDS: "30" });
  const inFlight = await openRaw(server.port);
  await inFlight.write("GET / HTTP/1.1\r\n");
  expect((await request(server.port, "/health")).status).toBe(200);

  server.child.kill("SIGTERM");
  await server.logged("draining");
  const health = await request(server.port, "/health");
  expect([health.status, health.text, health.headers.connection]).toEqual([503, "Draining", "close"]);
  expect((await request(server.port, "/")).status).toBe(200);

  await server.logged("closing");
  await expect(request(server.port, "/")).rejects.toThrow(/ECONNREFUSED/);
  await inFlight.write("Host: a\r\n\r\n");
  expect(await inFlight.closed).toMatch(
    /^HTTP\/1\.1 200 OK\r\n.*Connection: close\r\n.*Hello World from Server-1$/s,
  );
  expect(await server.exitCode()).toBe(0);
  expect(eventsOf(server.entries)).toEqual(["listening", "draining", "closing", "stopped"]);
});

test("idle connections, also those that never asked anything, do not hold it up", async () => {
  const server = await startServer({ DRAIN_SECONDS: "0", CLOSE_SECONDS: "3600" });
  const silent = await openRaw(server.port);
  const agent = new Agent({ keepAlive: true });
  expect((await request(server.port, "/health", { agent })).status).toBe(200);
  server.child.kill("SIGTERM");
  expect(await server.exitCode()).toBe(0);
  expect(await silent.closed).toBe("");
  agent.destroy();
});

test("a request that never ends is cut at the deadline, and the exit code is 0", async () => {
  const server = await startServer({ DRAIN_SECONDS: "0", CLOSE_SECONDS: "0.1" });
  const stuck = await openRaw(server.port);
  await stuck.write("GET / HTTP/1.1\r\n");
  await request(server.port, "/health");
  server.child.kill("SIGTERM");
  expect(await server.exitCode()).toBe(0);
  expect(await stuck.closed).toBe("");
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "SIGINT drains too, and %s as second signal closes at once",
  async (second) => {
    const server = await startServer({ DRAIN_SECONDS: "3600", CLOSE_SECONDS: "3600" });
    const stuck = await openRaw(server.port);
    await stuck.write("GET / HTTP/1.1\r\n");
    await request(server.port, "/health");
    server.child.kill("SIGINT");
    await server.logged("draining");
    server.child.kill(second);
    expect(await server.exitCode()).toBe(0);
    expect(await stuck.closed).toBe("");
    expect(eventsOf(server.entries)).toEqual(["listening", "draining", "closing", "stopped"]);
  },
);

test("a health port of its own answers health only, fails with the drain and closes with it", async () => {
  const server = await startServer({ HEALTH_PORT: "0", DRAIN_SECONDS: "2" });
  expect(server.healthPort).not.toBe(server.port);
  expect((await request(server.healthPort!, "/health")).text).toBe("Health Check Success");
  expect((await request(server.healthPort!, "/")).status).toBe(404);
  expect((await request(server.port, "/")).status).toBe(200);
  server.child.kill("SIGTERM");
  await server.logged("draining");
  expect((await request(server.healthPort!, "/health")).status).toBe(503);
  await server.logged("closing");
  await expect(request(server.healthPort!, "/health")).rejects.toThrow(/ECONNREFUSED/);
  expect(await server.exitCode()).toBe(0);
});

test("a port that is taken is one line and exit code 1", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  const { status, stderr, stdout } = spawnSync(process.execPath, [SERVER], {
    env: { PORT: String(port), HOST: "127.0.0.1" },
    encoding: "utf8",
  });
  holder.close();
  expect(stderr).toBe(
    `server: PORT must be free, got ${port}, which is in use; stop the other program or choose another\n`,
  );
  expect([status, stdout]).toEqual([1, ""]);
});

test("bad settings are one line each and exit code 1", () => {
  const { status, stderr } = spawnSync(process.execPath, [SERVER], {
    env: { PORT: "x", HOST: "y" },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr.split("\n")).toEqual([
    expect.stringMatching(/^server: PORT must be a whole number/),
    expect.stringMatching(/^server: HOST must be an IP address/),
    "",
  ]);
});
