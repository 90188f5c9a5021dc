import type { Socket } from "node:net";
import { clientOf, labOf, rarelyChecked } from "../conformance/connected-lab";
import { startRawTarget, type Target } from "../http/support/lab";
import type { RawClient } from "../http/support/raw-client";
import { accessLog } from "./access-log";

const soon = { idleMs: 150, headMs: 150, connectMs: 150, targetTlsMs: 150 };
const post = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
const get = (lines = "", target = "/x") => `GET ${target} HTTP/1.1\r\nHost: a\r\n${lines}\r\n`;
const line = (method = "GET", target = "/x") => `"${method} http://a:80${target} HTTP/1.1"`;
/** Of a request that was refused before a rule was asked, and of one that could not even be read. */
const unrouted = (method = "GET", target = "/x") =>
  `- -1 -1 -1 - "${method} http://localhost:80${target} HTTP/1.1" - -`;
const unread = '- -1 -1 -1 - "- http://localhost:80- -" - -';
const addresses = (count: number) => `X-Forwarded-For: ${Array(count).fill("192.0.2.1").join(", ")}\r\n`;
const never = () => {};

interface RequestSeen {
  readonly socket: Socket;
  /** Heads of requests that arrived, without those of health checks. */
  readonly heads: string[];
}

/** A target that is healthy, and answers a request as the case says. */
async function startTarget(answer: (socket: Socket) => void): Promise<Target & RequestSeen> {
  const seen = { heads: [] as string[], socket: undefined as unknown as Socket };
  const target = await startRawTarget((socket, received) => {
    if (!received.includes("\r\n\r\n")) return;
    if (received.includes("ELB-HealthChecker")) {
      socket.end("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    seen.heads.push(received.slice(0, received.indexOf("\r\n")));
    seen.socket = socket;
    answer(socket);
  });
  return Object.assign(seen, { endpoint: target.endpoint, journal: [], sockets: target.sockets });
}

interface Case {
  readonly request: string;
  readonly answer?: (socket: Socket) => void;
  /** What the client does once it has sent its request. */
  readonly client?: (client: RawClient, target: RequestSeen) => Promise<unknown>;
  /** A time limit is what ends it. */
  readonly waits?: true;
  /** What the client got: the beginning of the answer, or nothing. */
  readonly gets: RegExp;
  readonly arrives: readonly string[];
  readonly logged: string;
}

const writes = (text: string) => (socket: Socket) => void socket.write(text);
const untilAsked = async ({ heads }: RequestSeen) => {
  while (heads.length === 0) await new Promise(setImmediate);
};

const cases: Record<string, Case> = {
  "an answer [P-66]": {
    request: get(),
    answer: writes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
    gets: /^HTTP\/1\.1 200 /,
    arrives: ["GET /x HTTP/1.1"],
    logged: `200 200 t t t target ${line()} 0 forward - -`,
  },
  "a target that takes longer than the idle timeout [P-66, P-05]": {
    request: get(),
    waits: true,
    gets: /^HTTP\/1\.1 504 /,
    arrives: ["GET /x HTTP/1.1"],
    logged: `504 - t -1 -1 target ${line()} 0 forward - -`,
  },
  "a target that closes without an answer [P-66]": {
    request: `${post}hello`,
    answer: (socket) => void socket.end(),
    gets: /^HTTP\/1\.1 502 /,
    arrives: ["POST /x HTTP/1.1"],
    logged: `502 - t -1 -1 target ${line("POST")} 0 forward - -`,
  },
  "a target that resets instead of answering [P-66]": {
    request: get(),
    answer: (socket) => void socket.resetAndDestroy(),
    gets: /^HTTP\/1\.1 502 /,
    arrives: ["GET /x HTTP/1.1"],
    logged: `502 - t -1 -1 target ${line()} 0 forward - -`,
  },
  "an answer that cannot be trusted [P-66, P-13]": {
    request: get(),
    answer: writes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok"),
    gets: /^HTTP\/1\.1 502 /,
    arrives: ["GET /x HTTP/1.1"],
    logged: `502 - t -1 -1 target ${line()} 0 forward - -`,
  },
  "headers of an answer over 32 K [P-66, P-25]": {
    request: get(),
    answer: writes(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(33_000)}\r\n\r\n`),
    gets: /^HTTP\/1\.1 502 /,
    arrives: ["GET /x HTTP/1.1"],
    logged: `502 - t -1 -1 target ${line()} 0 forward - -`,
  },
  "a reset within a body of known length [P-66, P-08]": {
    request: get(),
    answer: writes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n0123456789"),
    client: async (client, target) => {
      await client.until("0123456789");
      target.socket.resetAndDestroy();
    },
    gets: /\r\n\r\n0123456789$/,
    arrives: ["GET /x HTTP/1.1"],
    logged: `200 200 t t t target ${line()} 0 forward - -`,
  },
  "a reset within chunks [P-66, P-09]": {
    request: get(),
    answer: writes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"),
    client: async (client, target) => {
      await client.until("abc");
      target.socket.resetAndDestroy();
    },
    gets: /3\r\nabc\r\n$/,
    arrives: ["GET /x HTTP/1.1"],
    logged: `200 200 t t t target ${line()} 0 forward - -`,
  },
  "a body that stays shorter than declared [P-66, P-10]": {
    request: get(),
    answer: writes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok"),
    waits: true,
    gets: /\r\n\r\nok$/,
    arrives: ["GET /x HTTP/1.1"],
    logged: `200 200 t t t target ${line()} 0 forward - -`,
  },
  "a client that leaves before the answer [P-66, P-15]": {
    request: get(),
    client: async (client, target) => {
      await untilAsked(target);
      client.socket.destroy();
    },
    gets: /^$/,
    arrives: ["GET /x HTTP/1.1"],
    logged: `460 - t -1 -1 target ${line()} 0 forward - -`,
  },
  "a client that leaves within its body [P-66]": {
    request: `${post}he`,
    client: async (client, target) => {
      await untilAsked(target);
      client.socket.destroy();
    },
    gets: /^$/,
    arrives: ["POST /x HTTP/1.1"],
    logged: `400 - t -1 -1 target ${line("POST")} 0 forward - -`,
  },
  "a client that stops within its body [P-66, P-18]": {
    request: `${post}he`,
    waits: true,
    gets: /^HTTP\/1\.1 408 /,
    arrives: ["POST /x HTTP/1.1"],
    logged: `408 - t -1 -1 target ${line("POST")} 0 forward - -`,
  },
  "a client that stops within its head [P-66, P-17]": {
    request: "GET /x HTTP/1.1\r\nHo",
    waits: true,
    gets: /^HTTP\/1\.1 408 /,
    arrives: [],
    logged: `408 ${unread} - -`,
  },
  "a header of 17 K [P-66, P-23]": {
    request: get(`X: ${"a".repeat(17_000)}\r\n`),
    gets: /^HTTP\/1\.1 400 /,
    arrives: [],
    logged: `400 ${unread} - -`,
  },
  "a request line of 17 K [P-66, P-23]": {
    request: get("", `/${"a".repeat(17_000)}`),
    gets: /^HTTP\/1\.1 414 /,
    arrives: [],
    logged: `414 ${unread} - -`,
  },
  "5,000 headers [P-66, P-24]": {
    request: get("X: a\r\n".repeat(5000)),
    gets: /^HTTP\/1\.1 400 /,
    arrives: [],
    logged: `400 ${unread} - -`,
  },
  "31 forwarded addresses [P-66, P-30]": {
    request: get(addresses(31)),
    gets: /^HTTP\/1\.1 463 /,
    arrives: [],
    logged: `463 ${unrouted()} - -`,
  },
  "two Hosts [P-66, P-34]": {
    request: get("Host: b\r\n"),
    gets: /^HTTP\/1\.1 400 /,
    arrives: [],
    logged: `400 ${unrouted()} - -`,
  },
  "TRACE [P-66, P-36]": {
    request: get().replace("GET", "TRACE"),
    gets: /^HTTP\/1\.1 405 /,
    arrives: [],
    logged: `405 ${unrouted("TRACE")} - -`,
  },
  "GET * [P-66, P-37]": {
    request: get("", "*"),
    gets: /^HTTP\/1\.1 400 /,
    arrives: [],
    logged: `400 ${unrouted("GET", "*")} - -`,
  },
  "an expectation that nobody knows [P-66, P-40]": {
    request: get("Expect: tea\r\n"),
    gets: /^HTTP\/1\.1 417 /,
    arrives: [],
    logged: `417 ${unrouted()} - -`,
  },
  "a length with a coding [P-66, smuggling R1]": {
    request: `POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG`,
    gets: /^HTTP\/1\.1 400 /,
    arrives: [],
    logged: `400 ${unread} Ambiguous BothTeClPresent`,
  },
  "another coding than chunked [P-66, smuggling R4]": {
    request: `POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n`,
    gets: /^HTTP\/1\.1 501 /,
    arrives: [],
    logged: `501 ${unread} Severe BadTransferEncoding`,
  },
  "a GET with a body [P-66, smuggling R21]": {
    request: `${get("Content-Length: 3\r\n")}abc`,
    answer: writes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
    gets: /^HTTP\/1\.1 200 .*\r\nConnection: close\r\n/s,
    arrives: ["GET /x HTTP/1.1"],
    logged: `200 200 t t t target ${line()} 0 forward Ambiguous UndefinedContentLengthSemantics`,
  },
  "HTTP/0.9 [P-66, smuggling R25]": {
    request: "GET /x\r\n",
    gets: /^HTTP\/1\.1 505 /,
    arrives: [],
    logged: `505 ${unread} - -`,
  },
  "HTTP/2.0 in the clear [P-66, smuggling R27]": {
    request: "GET /x HTTP/2.0\r\nHost: a\r\n\r\n",
    gets: /^HTTP\/1\.1 505 /,
    arrives: [],
    logged: `505 ${unread} - -`,
  },
};

describe("one line is logged", () => {
  it.each(Object.entries(cases))(
    "for %s",
    async (_, { request, answer = never, client, waits, gets, arrives, logged }) => {
      const target = await startTarget(answer);
      const log = accessLog();
      const lab = await labOf(
        { one: target },
        { group: rarelyChecked },
        { ...(waits && { timeouts: soon }), accessLog: log.path },
      );
      const sender = (await clientOf(lab)).send(request);
      await client?.(sender, target);
      await Promise.race([sender.answers(1), sender.closed()]);
      sender.socket.destroy();
      expect(sender.received).toMatch(gets);
      expect(target.heads).toEqual(arrives);
      expect(await log.verdicts(lab)).toEqual([logged]);
    },
  );
});
