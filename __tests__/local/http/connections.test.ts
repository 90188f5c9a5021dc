import { closeAll, startAnswering, startHttpTarget, startLab, startRawTarget } from "./support/lab";

afterEach(closeAll);

const GET = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";
const OLD = "GET / HTTP/1.0\r\nHost: lab.test\r\n";

describe("a client's connection", () => {
  it.each([
    ["HTTP/1.1 is kept [P23]", GET, "keep-alive"],
    [
      "HTTP/1.1 with Connection: close is closed [P23]",
      GET.replace(/\r\n$/, "Connection: close\r\n\r\n"),
      "close",
    ],
    ["HTTP/1.0 is closed [P23]", `${OLD}\r\n`, "close"],
    ["HTTP/1.0 with keep-alive is kept [P23]", `${OLD}Connection: keep-alive\r\n\r\n`, "keep-alive"],
  ])("%s", async (_name, request, connection) => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send(request).answers(1);
    expect(answer?.head).toContain(`\r\nConnection: ${connection}`);
    expect(answer?.head).not.toContain("Keep-Alive");
    if (connection === "close") await client.closed();
    else expect((await client.send(GET).answers(2))[1]?.status).toBe(200);
    expect(lab.targets.idle()).toBe(1);
  });

  it("is kept when the target closes its own [P24]", async () => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc", (socket) =>
      socket.end(),
    );
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const answers = await client.send(GET + GET).answers(2);
    expect(answers.map(({ body, head }) => [body, /Connection: (.*)/.exec(head)?.[1]])).toEqual([
      ["abc", "keep-alive"],
      ["abc", "keep-alive"],
    ]);
    expect(lab.targets.count()).toBe(0);
  });

  it("serves one more request after its lifetime, however busy it was, and says close [P28]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { timeouts: { clientKeepAliveMs: 60 } });
    const startedMs = performance.now();
    const client = await lab.client();
    let answers = 0;
    while (!client.received.includes("Connection: close")) {
      answers += 1;
      await client.send(GET).answers(answers);
    }
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(60);
    await client.closed();
    expect(target.journal).toHaveLength(answers);
  });
});

describe("framing towards the client", () => {
  it.each([
    [
      "chunks stay chunks",
      GET,
      "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
      "3\r\nabc\r\n0\r\n\r\n",
    ],
    ["a body without length becomes chunks", GET, "\r\nabc", "3\r\nabc\r\n0\r\n\r\n"],
    [
      "HTTP/1.0 gets no chunks",
      `${OLD}\r\n`,
      "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
      "abc",
    ],
    [
      "trailers are passed on",
      GET,
      "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Sum: 1\r\n\r\n",
      "0\r\nX-Sum: 1\r\n\r\n",
    ],
  ])("%s", async (_name, request, bytes, body) => {
    const target = await startAnswering(`HTTP/1.1 200 OK\r\n${bytes}`, (socket) => socket.end());
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    await client.send(request).until(body);
    expect(client.received.slice(client.received.indexOf("\r\n\r\n") + 4)).toBe(body);
  });

  it.each([
    [
      "HEAD",
      "HEAD / HTTP/1.1\r\nHost: lab.test\r\n\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
      "Content-Length: 5",
    ],
    ["304", GET, "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", "Content-Length: 5"],
    ["204", GET, "HTTP/1.1 204 No Content\r\n\r\n", "204 No Content"],
  ])("%s has no body, and the connections go on", async (_name, request, bytes, seen) => {
    const target = await startAnswering(bytes);
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const first = await client.send(request).until("\r\n\r\n");
    expect(first).toContain(seen);
    await client.send(request).until(/\r\n\r\n.+\r\n\r\n$/s);
    expect(client.received).toBe(first + first);
    expect(lab.targets.opened).toBe(1);
  });
});

describe("pipelining", () => {
  it("requests sent ahead are answered in their order, one at a time at the target [P21]", async () => {
    let busy = 0;
    let most = 0;
    const target = await startHttpTarget((request, response) => {
      busy += 1;
      most = Math.max(most, busy);
      setImmediate(() => {
        busy -= 1;
        response.end(request.url);
      });
    });
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const paths = Array.from({ length: 50 }, (_, at) => `/${at}`);
    client.send(paths.map((path) => GET.replace("/", path)).join(""));
    const answers = await client.answers(50);
    expect(answers.map(({ body }) => body)).toEqual(paths);
    expect([most, lab.targets.opened]).toEqual([1, 1]);
  });

  it("the beginning of a large head that came early does not keep its rest from being read", async () => {
    let answer: () => void = () => {};
    const target = await startHttpTarget((request, response) => {
      if (request.url === "/") answer = () => response.end("first");
      else response.end("last");
    });
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const fields = Array.from({ length: 10 }, (_, at) => `X-${at}: ${"a".repeat(6_500)}\r\n`).join("");
    const large = `GET /${"b".repeat(10_000)} HTTP/1.1\r\nHost: lab.test\r\n${fields}\r\n`;
    const early = large.slice(0, 70_000);
    await new Promise<unknown>((sent) => client.socket.write(GET + early, sent));
    while (target.heads.length === 0) await new Promise(setImmediate);
    answer();
    await client.answers(1);
    const answers = await client.send(large.slice(early.length)).answers(2);
    expect(answers.map(({ body }) => body)).toEqual(["first", "last"]);
  });

  it("400 KB of small requests whose answers nobody reads wait for their reader, then are answered in order [smuggling R40]", async () => {
    let answer = "a".repeat(20_000);
    const target = await startHttpTarget((request, response) => response.end(`${request.url} ${answer}`));
    const count = 11_000;
    const requests = Array.from({ length: count }, (_, at) => GET.replace("/", `/${at}`)).join("");
    expect(requests.length).toBeGreaterThan(400_000);
    const stalled = await startLab([target.endpoint], { timeouts: { idleMs: 300 } });
    const deaf = await stalled.client();
    deaf.socket.pause();
    deaf.send(requests);
    // Given up at the idle timeout: by then it had got as far as the kernel's buffers go, and no further.
    while (target.heads.length === 0 || stalled.listener.connections > 0) await new Promise(setImmediate);
    expect(target.heads.length).toBeLessThan(count / 2);
    answer = "";
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    client.socket.pause();
    client.send(requests + GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    while (lab.listener.inFlight === 0) await new Promise(setImmediate);
    client.socket.resume();
    await client.closed();
    const order = (await client.answers(count)).map(({ body }) => body);
    expect(order).toEqual([...Array.from({ length: count }, (_, at) => `/${at} `), "/ "]);
  });

  it("a client that asks without reading is not read on: the queue is bounded [smuggling R40]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    client.socket.pause();
    const request = "GET /fixed HTTP/1.1\r\nHost: lab.test\r\n\r\n";
    const batch = request.repeat(1_000);
    // Until neither side's kernel takes more: the client's writes wait for the load balancer to read.
    let sent = 0;
    while (client.socket.write(batch) || client.socket.writableLength < 2_000_000) {
      sent += 1_000;
      if (sent > 400_000) throw new Error("the load balancer reads without end");
      await new Promise(setImmediate);
    }
    const begun = lab.journal.ended.length;
    expect(begun).toBeLessThan(sent);
    client.socket.resume();
    expect(await client.until("fixed")).toMatch(/^HTTP\/1.1 503 /);
  });
});

describe("interim answers", () => {
  it("100 Continue comes at once, before the target, which never sees Expect [P-40, P25]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    client.send("POST / HTTP/1.1\r\nHost: lab.test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    expect(target.journal).toEqual([]);
    const [answer] = await client.send("hello").answers(1);
    expect(answer).toMatchObject({ status: 200, body: "ok" });
    expect(target.journal).toEqual(["POST / hello"]);
    expect(target.heads[0]).not.toMatch(/expect/i);
  });

  it("a body sent without waiting is not lost; an unknown expectation is 417 [P-40, smuggling R37]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const post = (expect: string) =>
      `POST / HTTP/1.1\r\nHost: lab.test\r\nContent-Length: 5\r\nExpect: ${expect}\r\n\r\nhello`;
    await client.send(post("100-continue")).answers(1);
    const answers = await client.send(post("tea")).answers(2);
    expect(answers.map(({ status }) => status)).toEqual([200, 417]);
    expect(target.journal).toEqual(["POST / hello"]);
  });

  it("those of a target are dropped [P-40]", async () => {
    const early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const target = await startAnswering(
      `${early}HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`,
    );
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const received = await client.send(GET).until(/ok$/);
    expect(received).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  });
});

describe("an answer before the request is complete", () => {
  it("reaches the client, and both connections are closed", async () => {
    const target = await startRawTarget((socket, received) => {
      if (received.includes("\r\n\r\n"))
        socket.write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno");
    });
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    client.send("POST / HTTP/1.1\r\nHost: lab.test\r\nContent-Length: 100000\r\n\r\nhello");
    const [answer] = await client.answers(1);
    expect(answer).toMatchObject({ status: 413, body: "no" });
    expect(answer?.head).toContain("Connection: close");
    await client.closed();
    expect(lab.targets.count()).toBe(0);
  });

  it("of the load balancer itself keeps the connection when the body has come, else closes it", async () => {
    const lab = await startLab([]);
    const client = await lab.client();
    const post = "POST /fixed HTTP/1.1\r\nHost: lab.test\r\nContent-Length: 5\r\n\r\n";
    const [kept] = await client.send(`${post}hello`).answers(1);
    expect(kept?.head).toContain("Connection: keep-alive");
    const answers = await client.send(`${post}hel`).answers(2);
    expect(answers[1]?.head).toContain("Connection: close");
    await client.closed();
  });
});
