import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { verifyServers } from "../../../lab/local";

let server: Server;
afterEach(() => server.close().closeAllConnections());

async function listen(answer: RequestListener): Promise<URL> {
  server = createServer(answer);
  await new Promise((settle) => server.listen(0, "127.0.0.1", () => settle(undefined)));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe("the time for all requests of a verification", () => {
  it("ends it with what is known by then", async () => {
    let count = 0;
    const url = await listen((request, response) => {
      if (request.url === "/health" || count++ < 2) response.end("Hello World");
    });
    expect(await verifyServers(url, { limitMs: 300 })).toMatchObject({
      requests: 3,
      answers: [{ answer: "Hello World", count: 2 }],
      failures: [{ failure: expect.stringMatching(/^no answer within/), count: 1 }],
      health: { passed: true },
      timedOut: true,
      passed: false,
    });
  });

  it("ends an answer that never ends", async () => {
    const url = await listen((_, response) => void response.write("Hello"));
    await expect(verifyServers(url, { limitMs: 200 })).rejects.toThrow(
      /must be reachable, got no answer within/,
    );
  });
});
