import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startAnswering, startHttpTarget, startRawTarget } from "../http/support/lab";
import { openClient } from "../http/support/raw-client";
import { ask, targetNamed, until, urlOf } from "../lab/run-lab";
import { clientOf, headsOf, labOf, portOf, rarelyChecked, rawAnswer } from "./connected-lab";
import { temporaryDirectory } from "./temporary-directory";

const headers = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => `X-${at}: ${"a".repeat(length)}\r\n`).join("");

const get = (lines = "", target = "/") => `GET ${target} HTTP/1.1\r\nHost: a\r\n${lines}\r\n`;

function page(title: string): string {
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
}

describe("the load balancer answers by itself", () => {
  it.each<[string, string, string, boolean]>([
    ["a request that is no HTTP [E400, P-E5]", "hello\r\n\r\n", "400 Bad Request", true],
    ["HTTP/1.1 without Host [E400, P11, P-E5]", "GET / HTTP/1.1\r\n\r\n", "400 Bad Request", true],
    ["a header line of 16 K [E400, P40]", get(headers(1, 16_400)), "400 Bad Request", true],
    ["headers of more than 64 K [E400, P40]", get(headers(5, 16_000)), "400 Bad Request", true],
    [
      "a request line of more than 16 K [E414, P40, P-E6]",
      get("", `/${"a".repeat(17_000)}`),
      "414 URI Too Long",
      true,
    ],
    ["a length that is no number [E400, P60, P61]", get("Content-Length: 1.5\r\n"), "400 Bad Request", true],
    ["TRACE [E405, P22, P-E6]", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "405 Method Not Allowed", true],
    [
      "31 addresses in X-Forwarded-For [E463, P-E6]",
      get(`X-Forwarded-For: ${Array(31).fill("192.0.2.1").join(", ")}\r\n`),
      "463 Too Many Forwarded Addresses",
      false,
    ],
    [
      "another coding than chunked [E501, P26, P-E6]",
      get("Transfer-Encoding: gzip\r\n"),
      "501 Not Implemented",
      true,
    ],
    [
      "another version of HTTP [E505, P-E6]",
      "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
      "505 HTTP Version Not Supported",
      true,
    ],
  ])("%s", async (_, request, title, closes) => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target });
    const answer = await rawAnswer(lab, request);
    const [head = "", body] = answer.split(/\r\n\r\n(.*)/s);
    expect(head).toMatch(new RegExp(`^HTTP/1\\.[01] ${title}\r\nServer: awselb/2\\.0\r\n`));
    expect(head).toContain(`\r\nConnection: ${closes ? "close" : "keep-alive"}`);
    expect(head).toContain(`\r\nContent-Length: ${92 + 2 * title.length}\r\n`);
    expect(body).toBe(page(title));
    expect(headsOf(target)).toEqual([]);
  });

  it("lets pass what is just within the limits [P40, E463]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target });
    const addresses = `X-Forwarded-For: ${Array(30).fill("192.0.2.1").join(", ")}\r\n`;
    const requests = [
      get("", `/${"a".repeat(16_000)}`),
      get(headers(1, 16_300)),
      get(headers(4, 16_000)),
      get(addresses),
    ];
    for (const request of requests) expect(await rawAnswer(lab, request)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("408 to a client that sends half a request and no more [E408, P27]", async () => {
    const lab = await labOf({}, {}, { timeouts: { idleMs: 30, headMs: 30 } });
    const client = (await clientOf(lab)).send("GET / HTTP/1.1\r\nHo");
    expect(await client.closed()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  });

  it("nothing to a client that has left, and 460 to the log [E460]", async () => {
    const accessLog = join(temporaryDirectory(), "access.log");
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const target = await startHttpTarget(({ url }, response) =>
      url === "/slow" ? arrived() : response.end(),
    );
    const lab = await labOf({ one: target }, {}, { accessLog });
    const client = (await clientOf(lab)).send(get("", "/slow"));
    await asked;
    client.socket.destroy();
    await until(lab, () => lab.snapshot().requests.length === 1);
    await lab.stop();
    expect(readFileSync(accessLog, "utf8")).toMatch(/ 460 - \d+ \d+ "GET http:\/\/a:80\/slow HTTP\/1\.1" /);
  });
});

describe("a target's fault becomes", () => {
  const health = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

  it.each<[string, string, number]>([
    ["502 when it closes without an answer [E502]", "", 502],
    ["502 when its answer is no HTTP [E502]", "220 mail.example ESMTP\r\n\r\n", 502],
    ["502 when its header is invalid [E502]", "HTTP/1.1 200 OK\r\nbad name: 1\r\n\r\n", 502],
    [
      "502 when its headers have more than 32 K [E502, P40]",
      `HTTP/1.1 200 OK\r\n${headers(5, 8000)}\r\n`,
      502,
    ],
  ])("%s", async (_, answer, status) => {
    const target = await startRawTarget((socket, received) => {
      if (received.includes("ELB-HealthChecker")) socket.end(health);
      else socket.end(answer);
    });
    const lab = await labOf({ one: target });
    const { status: seen, headers: got } = await ask(urlOf(lab));
    expect([seen, got.server]).toEqual([status, "awselb/2.0"]);
  });

  it("504 with its own title when it takes longer than the idle timeout, though it is healthy [E504, P27, P-E2]", async () => {
    const target = await startHttpTarget(({ url }, response) => {
      if (url === "/health") response.end();
    });
    const lab = await labOf({ one: target }, {}, { timeouts: { idleMs: 50 } });
    await until(lab, () => targetNamed(lab, "one").health === "healthy");
    const answer = await rawAnswer(lab, get());
    expect(answer).toMatch(/^HTTP\/1\.1 504 Gateway Time-out\r\n/);
    expect(answer).toContain("\r\nContent-Length: 132\r\n");
  });

  it("an answer that breaks off when its body is shorter than it said", async () => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", (socket) =>
      socket.end(),
    );
    const lab = await labOf({ one: target }, { group: rarelyChecked });
    const client = (await openClient(portOf(lab))).send(get());
    expect(await client.closed()).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\n\r\nhalf$/s);
  });
});

describe("desync mitigation", () => {
  const ambiguous = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n";
  const acceptable = get("Content-Length: 0\r\n");

  it.each<[string, string, string, string]>([
    ["monitor", "acceptable", acceptable, "200 keep-alive"],
    ["defensive", "acceptable", acceptable, "200 keep-alive"],
    ["strictest", "acceptable", acceptable, "400 close"],
    ["monitor", "ambiguous", ambiguous, "200 keep-alive"],
    ["defensive", "ambiguous", ambiguous, "200 close"],
    ["strictest", "ambiguous", ambiguous, "400 close"],
    ["defensive", "compliant, a GET without any length", get(), "200 keep-alive"],
    ["strictest", "compliant, a GET without any length", get(), "200 keep-alive"],
  ])("in %s mode treats what is %s as AWS says [P60, P61, P62]", async (mode, _, request, expected) => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, { loadBalancer: { desync_mitigation_mode: mode } });
    const answer = await rawAnswer(lab, request);
    const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];
    expect(`${status} ${/\r\nConnection: (\S+)/.exec(answer)?.[1]}`).toBe(expected);
  });
});
