import { type ClientHttp2Session, connect, type OutgoingHttpHeaders } from "node:http2";
import type { Lab } from "../../../lab/local";
import { startHttpTarget, startRawTarget } from "../http/support/lab";
import { openTls, openTlsClient } from "../http/support/tls";
import { allHealthy, ask, runLab, targetNamed, until, urlOf } from "../lab/run-lab";
import { checked, clientOf, headsOf, labOf, portOf, rawAnswer, urlsOf } from "./connected-lab";

const certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1";
const https = { port: 443, protocol: "HTTPS", certificate_arn };

const sessions: ClientHttp2Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.destroy();
});

/** One request over HTTP/2; settles with the headers of its answer. */
function askHttp2(lab: Lab, headers: OutgoingHttpHeaders = {}): Promise<Readonly<Record<string, unknown>>> {
  const session = connect(`https://127.0.0.1:${portOf(lab)}`, { rejectUnauthorized: false });
  sessions.push(session);
  return new Promise((resolve, reject) => {
    session.on("error", reject);
    const stream = session.request(headers, { endStream: true });
    stream.on("response", resolve).on("error", reject).resume();
  });
}

const grpc = { ":method": "POST", "content-type": "application/grpc" };
const posting = { ":method": "POST", "content-type": "text/plain" };

describe("the version of the client and that of the group", () => {
  it.each<[string, readonly [string, OutgoingHttpHeaders, number][]]>([
    [
      "HTTP1",
      [
        ["a GET", {}, 200],
        ["gRPC", grpc, 464],
      ],
    ],
    ["GRPC", [["a GET", {}, 464]]],
  ])(
    "over HTTP/2 to %s groups agree as AWS's table says, or the answer is 464 [P50, E464]",
    async (version, cases) => {
      const target = await startHttpTarget();
      const lab = await labOf({ one: target }, { listener: https, group: { protocol_version: version } });
      for (const [name, headers, status] of cases)
        expect([name, (await askHttp2(lab, headers))[":status"]]).toEqual([name, status]);
    },
  );

  it.each(["HTTP2", "GRPC"])(
    "over HTTP/1.1 do not agree for %s groups: 464 [P50, E464, P-E6]",
    async (version) => {
      const target = await startHttpTarget();
      const lab = await labOf({ one: target }, { group: { protocol_version: version } });
      const answer = await rawAnswer(lab, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      expect(answer).toMatch(/^HTTP\/1\.1 464 Incompatible Protocol Version\r\nServer: awselb\/2\.0\r\n/);
      expect(headsOf(target)).toEqual([]);
    },
  );

  it("let a POST over HTTP/2 and gRPC through to groups of these versions [P50]", async () => {
    const target = await startHttpTarget();
    for (const [version, headers] of [
      ["HTTP2", posting],
      ["HTTP2", grpc],
      ["GRPC", posting],
      ["GRPC", grpc],
    ] as const) {
      const lab = await labOf({ one: target }, { listener: https, group: { protocol_version: version } });
      expect((await askHttp2(lab, headers))[":status"]).toBe(200);
    }
  });

  it("of a GRPC group is not that of its probes: plain GETs pass by no gRPC code, so the group fails open [H9, H70]", async () => {
    const target = await startHttpTarget();
    const group = { protocol_version: "GRPC", ...checked({ matcher: "12" }) };
    const lab = await labOf({ one: target }, { listener: https, group });
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    expect((await askHttp2(lab, grpc))[":status"]).toBe(200);
  });

  it("agree on HTTP/2 by ALPN, where the load balancer's own answers have their names in lower case [P20, P-E7]", async () => {
    const lab = await labOf({}, { listener: https });
    const answer = await askHttp2(lab);
    expect(answer).toMatchObject({ ":status": 503, server: "awselb/2.0", "content-type": "text/html" });
  });

  it("are not HTTP/2 on a listener without TLS, nor where the load balancer has it off [P20, E505]", async () => {
    const plain = await labOf({});
    expect(await rawAnswer(plain, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).toMatch(/^HTTP\/1\.[01] 505 /);
    const off = await labOf({}, { listener: https, loadBalancer: { enable_http2: false } });
    const socket = await openTls(portOf(off), { ALPNProtocols: ["h2", "http/1.1"] });
    expect(socket.alpnProtocol).toBe("http/1.1");
    socket.destroy();
  });
});

describe("a connection", () => {
  it("serves HTTP/1.0 and closes, and HTTP/1.1 and stays [P20, P23]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target });
    const old = await clientOf(lab);
    expect(await old.send("GET / HTTP/1.0\r\n\r\n").closed()).toMatch(/^HTTP\/1\.[01] 200 OK\r\n/);
    const kept = await clientOf(lab);
    const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    expect(await kept.send(get + get).answers(2)).toHaveLength(2);
    expect(await kept.send(get.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")).closed()).toContain(
      "Connection: close",
    );
  });

  it("of its lifetime's end serves one more request and says close [P28]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, {}, { timeouts: { clientKeepAliveMs: 0 } });
    const client = await clientOf(lab);
    const answer = await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").closed();
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain("\r\nConnection: close\r\n");
  });

  it("that is silent for the idle timeout is closed [P27]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, {}, { timeouts: { idleMs: 30 } });
    const client = await clientOf(lab);
    await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").answers(1);
    expect(await client.closed()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  it("to a target is shared by clients, and opened by no one beforehand [P21]", async () => {
    const connections = new Set<unknown>();
    const target = await startRawTarget((socket, received) => {
      if (received.includes("ELB-HealthChecker")) {
        socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      connections.add(socket);
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    const lab = await labOf({ one: target });
    await allHealthy(lab);
    expect(connections.size).toBe(0);
    for (let asked = 0; asked < 5; asked += 1) expect((await ask(urlOf(lab))).status).toBe(200);
    expect(connections.size).toBe(1);
  });

  it("to a target is not used again after it said close [P24]", async () => {
    const connections = new Set<unknown>();
    const target = await startRawTarget((socket, received) => {
      if (!received.includes("ELB-HealthChecker")) connections.add(socket);
      socket.end("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    });
    const lab = await labOf({ one: target });
    for (let asked = 0; asked < 3; asked += 1) expect((await ask(urlOf(lab))).status).toBe(200);
    expect(connections.size).toBe(3);
  });

  it("gets 100 Continue at once, before a target was even asked, and the target no Expect [P25]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target });
    const client = await clientOf(lab);
    const head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    expect(await client.send(head).until("100 Continue")).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    await client.send("ab").answers(1);
    client.socket.destroy();
    expect(target.journal.at(-1)).toBe("POST / ab");
    expect(headsOf(target)[0]).not.toMatch(/expect/i);
  });

  it("takes bodies of any size, both ways [P42]", async () => {
    const target = await startHttpTarget((request, response) => request.pipe(response));
    const lab = await labOf({ one: target });
    const body = "0123456789abcdef".repeat(512 * 1024);
    const answer = await ask(urlOf(lab), { method: "POST", body });
    expect([answer.status, answer.body === body]).toEqual([200, true]);
  });

  it("takes a POST that announces no body, instead of asking for a length [E411]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target });
    expect(await rawAnswer(lab, "POST / HTTP/1.1\r\nHost: a\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
    expect(target.journal.at(-1)).toBe("POST /");
  });

  it.each(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("passes %s [P22]", async (method) => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target });
    expect((await ask(urlOf(lab), { method })).status).toBe(200);
    expect(headsOf(target)[0]).toMatch(new RegExp(`^${method} /\n`));
  });
});

describe("sign-in", () => {
  const oidc = (on_unauthenticated_request: string) => ({
    type: "authenticate-oidc",
    order: 1,
    authenticate_oidc: {
      issuer: "https://idp.example",
      authorization_endpoint: "https://idp.example/authorize",
      token_endpoint: "https://idp.example/token",
      user_info_endpoint: "https://idp.example/me",
      client_id: "lab",
      client_secret: "secret",
      on_unauthenticated_request,
    },
  });
  const forward = { type: "forward", order: 2, target_group_arn: "${aws_lb_target_group.web.arn}" };

  it.each<[string, number]>([
    ["deny", 401],
    ["allow", 200],
  ])("of nobody: %s answers %i [R41, R42, R71, E401]", async (verdict, status) => {
    const target = await startHttpTarget();
    const lab = await labOf(
      { one: target },
      { listener: { ...https, default_action: [forward, oidc(verdict)] } },
    );
    const client = await openTlsClient(portOf(lab), { ALPNProtocols: ["http/1.1"] });
    const [answer] = await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").answers(1);
    client.socket.destroy();
    expect(answer?.status).toBe(status);
  });
});

describe("a function as target", () => {
  const lambda = {
    groups: {
      web: {
        servers: [],
        arguments: { target_type: "lambda", health_check: undefined, port: undefined, protocol: undefined },
      },
    },
    more: {
      aws_lambda_function: { fn: { function_name: "fn" } },
      aws_lb_target_group_attachment: {
        fn: {
          target_group_arn: "${aws_lb_target_group.web.arn}",
          target_id: "${aws_lambda_function.fn.arn}",
        },
      },
    },
  };

  it("is unavailable without health checks, which are off unless asked for, and gets requests [H12, H38, H61, U22]", async () => {
    const target = await startHttpTarget();
    const lab = await runLab(lambda, { targets: urlsOf({ "aws_lambda_function.fn": target }) });
    expect(targetNamed(lab, "aws_lambda_function.fn")).toMatchObject({
      health: "unavailable",
      reason: "Target.HealthCheckDisabled",
      description: "Health checks are disabled",
    });
    expect((await ask(urlOf(lab))).status).toBe(200);
    expect(target.heads.join("\n")).not.toContain("ELB-HealthChecker");
  });

  it("takes no WebSocket: 400 [P31, E400]", async () => {
    const target = await startHttpTarget();
    const lab = await runLab(lambda, { targets: urlsOf({ "aws_lambda_function.fn": target }) });
    const upgrade = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    expect(await rawAnswer(lab, upgrade)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});
