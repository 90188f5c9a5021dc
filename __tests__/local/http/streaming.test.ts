import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type RequestListener, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { closeAll, startHttpTarget } from "./support/lab";

const PIECE = Buffer.alloc(65_536, "alb-lab.");
const SMALL = 256;
const GIGABYTE = 16_384;
const MAX_GROWTH = 30_000_000;
const LONG_MS = 90_000;

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await closeAll();
});

/** So many pieces of 64 KiB. */
function* pieces(count: number): Generator<Buffer> {
  for (let at = 0; at < count; at += 1) yield PIECE;
}

function digestOf(count: number): string {
  const hash = createHash("sha1");
  for (const piece of pieces(count)) hash.update(piece);
  return hash.digest("hex");
}

async function digest(stream: IncomingMessage): Promise<string> {
  const hash = createHash("sha1");
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest("hex");
}

interface Proxy {
  readonly port: number;
  /** Highest resident memory since it was asked last, in bytes. */
  peak(): Promise<number>;
}

async function startProxy(answer: RequestListener, env: NodeJS.ProcessEnv = {}): Promise<Proxy> {
  const target = await startHttpTarget(answer);
  const child = fork(join(__dirname, "support", "proxy-process.ts"), {
    execArgv: ["-r", "ts-node/register/transpile-only"],
    env: { ...process.env, ...env, TARGET_PORT: String(target.endpoint.port) },
  });
  children.push(child);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    port,
    async peak() {
      child.send("peak");
      const [{ peak }] = (await once(child, "message")) as [{ peak: number }];
      return peak;
    },
  };
}

async function ask(port: number, path: string, upload?: number): Promise<IncomingMessage> {
  const asked = request({ port, path, host: "127.0.0.1", method: upload === undefined ? "GET" : "POST" });
  const answered = once(asked, "response") as Promise<[IncomingMessage]>;
  if (upload === undefined) asked.end();
  else await pipeline(Readable.from(pieces(upload), { objectMode: false }), asked);
  return (await answered)[0];
}

describe("streaming", () => {
  it("100 MB to a client that stops reading wait at the target: memory hardly grows, and it ends at the idle timeout [P-19]", async () => {
    const size = 1600;
    let sent = 0;
    let gone: () => void = () => {};
    const ended = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const { port, peak } = await startProxy(
      (asked, answer) => {
        const big = asked.url === "/big";
        if (big) answer.on("close", gone);
        const all = Readable.from(pieces(big ? size : SMALL), { objectMode: false });
        all.on("data", (piece: Buffer) => {
          sent += big ? piece.length : 0;
        });
        // That it is broken off is what is waited for.
        pipeline(all, answer).catch(() => {});
      },
      { IDLE_MS: "2000" },
    );
    for (let round = 0; round < 3; round += 1) await digest(await ask(port, "/warm-up"));
    const before = await peak();
    const client = connect({ host: "127.0.0.1", port });
    client.on("error", () => {}).pause();
    client.write("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    await ended;
    client.destroy();
    expect((await peak()) - before).toBeLessThan(5_000_000);
    // What the kernel's buffers of four sockets hold, and no more: the target waited.
    expect(sent).toBeLessThan(40_000_000);
  });

  it(
    "a gigabyte to the client arrives whole and is not kept [P-21]",
    async () => {
      const { port, peak } = await startProxy((asked, answer) => {
        const count = asked.url === "/big" ? GIGABYTE : SMALL;
        void pipeline(Readable.from(pieces(count), { objectMode: false }), answer);
      });
      await digest(await ask(port, "/warm-up"));
      const before = await peak();
      expect(await digest(await ask(port, "/big"))).toBe(digestOf(GIGABYTE));
      expect((await peak()) - before).toBeLessThan(MAX_GROWTH);
    },
    LONG_MS,
  );

  it(
    "a gigabyte to the target arrives whole and is not kept; its beginning is there before its end is sent [P-20]",
    async () => {
      const { port, peak } = await startProxy((asked, answer) => {
        void digest(asked).then((hash) => answer.end(hash));
      });
      await digest(await ask(port, "/warm-up", SMALL));
      const before = await peak();
      const answer = await ask(port, "/big", GIGABYTE);
      const [hash] = await once(answer.setEncoding("latin1"), "data");
      expect(hash).toBe(digestOf(GIGABYTE));
      expect((await peak()) - before).toBeLessThan(MAX_GROWTH);
    },
    LONG_MS,
  );

  it("the first bytes of a body reach the target while the client still waits to send the last [P-20]", async () => {
    let began: (chunk: Buffer) => void = () => {};
    const first = new Promise<Buffer>((resolve) => {
      began = resolve;
    });
    const { port } = await startProxy((asked, answer) => {
      asked.once("data", began);
      asked.on("end", () => answer.end("ok"));
    });
    const asked = request({ port, host: "127.0.0.1", method: "POST" });
    const answered = once(asked, "response");
    asked.write("first");
    expect(String(await first)).toBe("first");
    asked.end("last");
    expect(((await answered) as [IncomingMessage])[0].statusCode).toBe(200);
  });
});
