import { openRaw, request } from "./request";
import { killServers, startServer } from "./start-server";

afterEach(killServers);

test("each request is one JSON line", async () => {
  const server = await startServer({ SERVER_NAME: "Server-2" });
  await request(server.port, "/none?token=secret", {
    headers: { "X-Amzn-Trace-Id": "Root=1-67891233-abcdef" },
  });
  const entry = await server.logged("request");
  expect(entry).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    server: "Server-2",
    event: "request",
    method: "GET",
    path: "/none",
    status: 404,
    durationMs: expect.any(Number),
    client: "127.0.0.1",
    traceId: "Root=1-67891233-abcdef",
  });
});

test("the client is what the load balancer appended, not what the client claims", async () => {
  const server = await startServer({});
  await request(server.port, "/", { headers: { "X-Forwarded-For": "6.6.6.6, 203.0.113.9" } });
  expect((await server.logged("request")).client).toBe("203.0.113.9");
});

test("a URL that cannot be parsed is logged too", async () => {
  const server = await startServer({});
  const raw = await openRaw(server.port);
  await raw.write("GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  await raw.closed;
  expect(await server.logged("request")).toMatchObject({ path: "http://[", status: 400 });
});

test("a reader of the log that goes away does not stop the server", async () => {
  const server = await startServer({});
  server.child.stdout!.destroy();
  for (let count = 0; count < 5; count += 1) expect((await request(server.port, "/health")).status).toBe(200);
});
