import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { flat, runHere } from "./support/run-here";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A load balancer as far as clients can tell. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise((settle) => server.listen(0, "127.0.0.1", () => settle(undefined)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers in turn, and its health check with 200. */
function inTurn(...answers: readonly string[]): RequestListener {
  let count = 0;
  return (request, response) => {
    if (request.url === "/health") response.end("fine");
    else response.end(answers[count++ % answers.length]);
  };
}

describe("verify", () => {
  it("ends with 0 once every server has answered twice and health passes, and tells who answered how often", async () => {
    const url = await listen(inTurn("Hello World", "Hello World from Server-2"));
    const { exitCode, out, err } = await runHere(["verify", url]);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(flat(out)).toContain(
      "4 requests ok Hello World 2 times ok Hello World from Server-2 2 times ok GET /health 200 fine 2 servers answered in turn.",
    );
  });

  it("ends with 1 when one server of several never answers", async () => {
    const url = await listen(inTurn("Hello World"));
    const { exitCode, out } = await runHere(["verify", url, "--requests", "7"]);
    expect(exitCode).toBe(1);
    expect(flat(out)).toContain("7 requests ok Hello World 7 times");
    expect(out).toContain("1 of 2 servers answered");
  });

  it("waits for as many servers as are said", async () => {
    const url = await listen(inTurn("Hello World"));
    expect(await runHere(["verify", url, "--servers", "1"])).toMatchObject({ exitCode: 0 });
  });

  it("ends with 1 when the health check does not pass", async () => {
    const url = await listen(inTurn("a", "b"));
    const { exitCode, out } = await runHere(["verify", url, "--health-path", "/"]);
    expect(exitCode).toBe(0);
    const failing = await listen((request, response) => {
      response.statusCode = request.url === "/health" ? 404 : 200;
      response.end("a");
    });
    const failed = await runHere(["verify", failing, "--servers", "1"]);
    expect(failed.exitCode).toBe(1);
    expect(flat(failed.out)).toContain("no GET /health 404");
    expect(out).not.toContain("no ");
  });

  it("does not take an answer of the load balancer itself for one of a server", async () => {
    const url = await listen((_, response) => {
      response.writeHead(503, { Server: "awselb/2.0" });
      response.end("busy");
    });
    const { exitCode, out } = await runHere(["verify", url, "--requests", "2"]);
    expect(exitCode).toBe(1);
    expect(flat(out)).toContain("no 503 from the load balancer 2 times");
  });

  it("cannot ask where nobody listens: one line says so, after three requests", async () => {
    const url = await listen(() => {});
    for (const server of servers.splice(0)) await new Promise((settle) => server.close(settle));
    expect(await runHere(["verify", url])).toEqual({
      exitCode: 2,
      out: "",
      err: `verify: ${url}/ must be reachable, got connection refused; is the lab up?\n`,
    });
  });

  it.each(["", "--json"])("cannot ask an unknown host, or plain HTTP over TLS %s", async (json) => {
    const words = json === "" ? [] : [json];
    const unknown = await runHere(["verify", "http://nobody.invalid", ...words]);
    expect(unknown).toMatchObject({ exitCode: 2, out: "", err: expect.stringContaining("unknown host") });
    const url = (await listen(inTurn("a"))).replace("http:", "https:");
    const plain = await runHere(["verify", url, ...words]);
    expect(plain).toMatchObject({ exitCode: 2, out: "" });
    expect(plain.err).toBe(
      `verify: ${url}/ must be reachable, got an answer that is not TLS: try http://; is the lab up?\n`,
    );
  });

  it("stops early where every answer is a failure", async () => {
    const url = await listen((_, response) => response.writeHead(500).end("<html>\r\n<b>broken</b>"));
    const { exitCode, out } = await runHere(["verify", url]);
    expect(exitCode).toBe(1);
    expect(flat(out)).toContain("10 requests no 500 <html> 10 times");
  });

  it("says where a redirect leads, to verify that", async () => {
    const url = await listen((_, response) => response.writeHead(301, { Location: "/new" }).end());
    const { exitCode, out } = await runHere(["verify", url]);
    expect(exitCode).toBe(1);
    expect(flat(out)).toContain(`no 301 redirects to ${url}/new; verify that 10 times`);
  });

  it("says so when more different answers came than servers were expected", async () => {
    const url = await listen(inTurn("a", "b", "c"));
    const { exitCode, out } = await runHere(["verify", url, "--requests", "4"]);
    expect(exitCode).toBe(1);
    expect(flat(out)).toContain(
      "3 different answers, 2 servers were expected: give --servers 3 or a path that answers alike.",
    );
    expect(out).not.toContain("does not pass");
  });

  it("shows few of many answers that all differ, each within the width", async () => {
    let count = 0;
    const url = await listen((_, response) => response.end(`${"long ".repeat(40)}${count++}`.slice(-120)));
    const { out } = await runHere(["verify", url, "--requests", "30"]);
    expect(out.match(/1 time$/gm)).toHaveLength(8);
    expect(flat(out)).toContain("and 22 more");
    expect(flat(out)).toContain("30 different answers, 2 servers were expected: give a path");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("takes a name without a scheme, as AWS shows it", async () => {
    const url = await listen(inTurn("a"));
    const { exitCode } = await runHere(["verify", url.replace("http://", ""), "--servers", "1"]);
    expect(exitCode).toBe(0);
  });

  it("shows answers that would give a terminal orders without them", async () => {
    const url = await listen(inTurn("\u001b[31mred\u009b1m\u202e"));
    const { out } = await runHere(["verify", url, "--servers", "1"]);
    expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(out).toContain("red");
  });
});
