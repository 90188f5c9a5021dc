import {
  type ClientHttp2Session,
  connect,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from "node:http2";
import { closeAll, type Lab, startAnswering, startHttpTarget, startLab, startRawTarget } from "./support/lab";
import { labTls } from "./support/tls";

const sessions: ClientHttp2Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) session.destroy();
  await closeAll();
});

function open(lab: Lab): ClientHttp2Session {
  const session = connect(`https://127.0.0.1:${lab.listener.port}`, { rejectUnauthorized: false });
  session.on("error", () => {});
  sessions.push(session);
  return session;
}

interface Answer {
  readonly headers: IncomingHttpHeaders & { ":status"?: number };
  readonly body: string;
  readonly trailers: IncomingHttpHeaders;
}

/** Rejects when the stream is reset. */
function ask(session: ClientHttp2Session, headers: OutgoingHttpHeaders, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers, { endStream: body === undefined });
    let answered: Answer["headers"] = {};
    let trailers: IncomingHttpHeaders = {};
    let text = "";
    stream.setEncoding("utf8");
    stream.on("response", (got) => {
      answered = got;
    });
    stream.on("trailers", (got) => {
      trailers = got;
    });
    stream.on("data", (chunk) => {
      text += chunk;
    });
    stream.on("error", reject);
    stream.on("close", () => {
      if (stream.rstCode === constants.NGHTTP2_NO_ERROR) resolve({ headers: answered, body: text, trailers });
      else reject(new Error(`reset ${stream.rstCode}`));
    });
    if (body !== undefined) stream.end(body);
  });
}

describe("HTTP/2 in front", () => {
  it("many streams at once, each a request of its own over HTTP/1.1 [P20, P21]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const session = open(lab);
    const paths = Array.from({ length: 20 }, (_, at) => `/${at}`);
    const answers = await Promise.all(paths.map((path) => ask(session, { ":path": path })));
    expect(answers.map(({ headers, body }) => [headers[":status"], body])).toEqual(
      paths.map(() => [200, "ok"]),
    );
    expect([...target.journal].sort()).toEqual(paths.map((path) => `GET ${path}`).sort());
    expect(answers[0]?.headers.connection).toBeUndefined();
    const [first] = await lab.journal.ends(20);
    expect(first?.head).toMatchObject({ version: "2.0", desync: { class: "Compliant" } });
  });

  it("names arrive in lower case, Host is the authority, cookies are one [P13]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    await ask(open(lab), {
      ":authority": "WWW.lab.test",
      "X-Mixed": "a",
      cookie: ["a=1", "b=2"],
      te: "trailers",
    });
    const lines = target.heads[0]?.split("\n");
    expect(lines).toEqual(expect.arrayContaining(["Host: www.lab.test", "x-mixed: a", "cookie: a=1; b=2"]));
    expect(lines?.filter((line) => /^(te|host|connection):/i.test(line))).toEqual(["Host: www.lab.test"]);
  });

  it("bodies pass both ways, with and without a length", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const session = open(lab);
    await ask(session, { ":method": "POST", ":path": "/a", "content-length": 5 }, "hello");
    await ask(session, { ":method": "POST", ":path": "/b" }, "hello");
    await ask(session, { ":method": "POST", ":path": "/c", "content-length": 0 });
    expect(target.journal).toEqual(["POST /a hello", "POST /b hello", "POST /c"]);
    expect(target.heads[0]).toContain("Content-Length: 5");
    expect(target.heads[1]).toContain("Transfer-Encoding: chunked");
  });

  it("Expect is neither answered nor forwarded [P25]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const session = open(lab);
    const stream = session.request({ ":method": "POST", expect: "100-continue" });
    let continued = false;
    stream.on("continue", () => {
      continued = true;
    });
    const answered = new Promise((resolve) => stream.on("response", resolve));
    stream.end("hello");
    await answered;
    expect([continued, target.journal]).toEqual([false, ["POST / hello"]]);
    expect(target.heads[0]).not.toMatch(/expect/i);
  });

  it("trailers of the target reach the client", async () => {
    const bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n";
    const lab = await startLab([(await startAnswering(bytes)).endpoint], { tls: await labTls() });
    const { body, trailers } = await ask(open(lab), {});
    expect([body, trailers["x-sum"]]).toEqual(["abc", "1"]);
  });

  it("trailers of a target that belong to its own connection are dropped", async () => {
    const trailers = "HTTP2-Settings: x\r\nKeep-Alive: x\r\nTE: x\r\nX-Sum: 1\r\n";
    const bytes = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n${trailers}\r\n`;
    const lab = await startLab([(await startAnswering(bytes)).endpoint], { tls: await labTls() });
    expect(Object.keys((await ask(open(lab), {})).trailers)).toEqual(["x-sum"]);
  });

  it("several cookies stay several, a header that may come once only is given once", async () => {
    const bytes =
      "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Type: text/a\r\nContent-Type: text/b\r\n" +
      "Content-Length: 0\r\n\r\n";
    const lab = await startLab([(await startAnswering(bytes)).endpoint], { tls: await labTls() });
    const { headers } = await ask(open(lab), {});
    expect([headers["set-cookie"], headers["content-type"]]).toEqual([["a=1", "b=2"], "text/a"]);
  });

  it("the load balancer's own answers have the same headers in lower case [P-E7]", async () => {
    const lab = await startLab([], { tls: await labTls() });
    const { headers, body } = await ask(open(lab), { ":method": "TRACE" });
    expect(headers).toMatchObject({ ":status": 405, server: "awselb/2.0", "content-type": "text/html" });
    expect(headers["content-length"]).toBe(String(body.length));
  });

  it("limits count for streams too, without closing the connection [P-23, P40]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const session = open(lab);
    expect((await ask(session, { x: "a".repeat(17_000) })).headers[":status"]).toBe(400);
    expect((await ask(session, { ":path": `/${"a".repeat(17_000)}` })).headers[":status"]).toBe(414);
    expect((await ask(session, {})).headers[":status"]).toBe(200);
    expect(lab.journal.refused.map(({ status }) => status)).toEqual([400, 414]);
    expect(target.journal).toHaveLength(1);
  });

  it.each([
    ["with a length", "Content-Length: 10\r\n\r\nabc"],
    ["in chunks", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"],
  ])("an answer truncated %s resets its stream, the others go on [P-08, P-09]", async (_name, bytes) => {
    const target = await startRawTarget((socket, received) => {
      if (received.includes("/whole")) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      else socket.end(`HTTP/1.1 200 OK\r\n${bytes}`);
    });
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const session = open(lab);
    await expect(ask(session, { ":path": "/short" })).rejects.toThrow("closed with error code");
    expect((await ask(session, { ":path": "/whole" })).body).toBe("ok");
  });

  it("a stream that the client cancels aborts the target's request with 460 [P-15, E460]", async () => {
    const target = await startRawTarget(() => {});
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const stream = open(lab).request({});
    stream.on("error", () => {});
    while (target.sockets.size === 0) await new Promise(setImmediate);
    stream.close(constants.NGHTTP2_CANCEL);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end).toMatchObject({ status: 460, failure: "client-aborted" });
    expect(lab.targets.count()).toBe(0);
  });

  it("a target that does not answer is 504 on its stream [E504]", async () => {
    const lab = await startLab([(await startRawTarget(() => {})).endpoint], {
      tls: await labTls(),
      timeouts: { idleMs: 80 },
    });
    expect((await ask(open(lab), {})).headers[":status"]).toBe(504);
  });

  it("128 streams at one time are offered [P20]", async () => {
    const lab = await startLab([], { tls: await labTls() });
    const session = open(lab);
    await new Promise((resolve) => session.once("remoteSettings", resolve));
    expect(session.remoteSettings.maxConcurrentStreams).toBe(128);
  });

  it("GOAWAY follows the last request of a connection's lifetime, which is served [P28]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], {
      tls: await labTls(),
      timeouts: { clientKeepAliveMs: 0 },
    });
    const session = open(lab);
    const gone = new Promise((resolve) => session.on("goaway", resolve));
    expect((await ask(session, {})).body).toBe("ok");
    expect(await gone).toBe(constants.NGHTTP2_NO_ERROR);
  });

  it("GOAWAY follows the last of a number of requests [P20]", async () => {
    const lab = await startLab([], { tls: await labTls(), http2Requests: 3 });
    const session = open(lab);
    const gone = new Promise<void>((resolve) => session.on("goaway", () => resolve()));
    const answers = await Promise.all([1, 2, 3].map(() => ask(session, { ":path": "/fixed" })));
    expect(answers.map(({ body }) => body)).toEqual(["fixed", "fixed", "fixed"]);
    await gone;
    expect(lab.journal.ended).toHaveLength(3);
  });

  it("is closed when idle, and not offered where the listener has it off [P27]", async () => {
    const lab = await startLab([], { tls: await labTls(), timeouts: { idleMs: 50 } });
    const session = open(lab);
    await new Promise((resolve) => session.on("close", resolve));
    const plain = await startLab([], { tls: await labTls(false) });
    const refused = open(plain);
    await new Promise((resolve) => refused.on("close", resolve));
    expect(refused.alpnProtocol).not.toBe("h2");
  });

  it("stops with GOAWAY, the request in flight is finished [P-55]", async () => {
    let finish: () => void = () => {};
    const target = await startHttpTarget((_request, response) => {
      finish = () => response.end("late");
    });
    const lab = await startLab([target.endpoint], { tls: await labTls(), timeouts: { stopMs: 10_000 } });
    const answer = ask(open(lab), {});
    while (target.heads.length === 0) await new Promise(setImmediate);
    const stopped = lab.listener.stop();
    finish();
    expect((await answer).body).toBe("late");
    await stopped;
  });
});
