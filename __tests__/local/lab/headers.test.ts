import { headsOf, labOf, rarelyChecked, rawAnswer } from "../conformance/connected-lab";
import { startAnswering, startHttpTarget } from "../http/support/lab";

interface Forwarded {
  readonly status: number;
  /** Of the request as the target got it; empty when it got none. */
  readonly head: readonly string[];
}

/** What becomes of a request with these lines. */
async function forward(
  lines: readonly string[],
  { start = "GET /x HTTP/1.1", loadBalancer = {} }: { start?: string; loadBalancer?: object } = {},
): Promise<Forwarded> {
  const target = await startHttpTarget();
  const lab = await labOf({ one: target }, { group: rarelyChecked, loadBalancer: { ...loadBalancer } });
  const answer = await rawAnswer(lab, [start, ...lines, "", ""].join("\r\n"));
  return { status: Number(answer.slice(9, 12)), head: headsOf(target)[0]?.split("\n") ?? [] };
}

const valuesOf = ({ head }: Forwarded, name: string) =>
  head
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());

describe("headers of one hop", () => {
  it("of a request stay with the client's connection, with those that Connection names [P-26]", async () => {
    const sent = {
      Connection: "X-A, keep-alive",
      "X-A": "1",
      "Keep-Alive": "timeout=5",
      TE: "gzip",
      "Proxy-Connection": "keep-alive",
      "Proxy-Authorization": "Basic eA==",
      Trailer: "X-Sum",
      Upgrade: "h2c",
    };
    const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
    const seen = await forward(["Host: a", ...lines, "X-B: 2"]);
    expect(seen.status).toBe(200);
    for (const name of Object.keys(sent).filter((one) => one !== "Connection")) {
      expect([name, valuesOf(seen, name)]).toEqual([name, []]);
    }
    expect(valuesOf(seen, "Connection").join()).not.toContain("X-A");
    expect(valuesOf(seen, "X-B")).toEqual(["2"]);
  });

  it("of an answer stay with the target's connection, with those that Connection names [P-28]", async () => {
    const target = await startAnswering(
      "HTTP/1.1 200 OK\r\nConnection: X-B, keep-alive\r\nX-B: 1\r\nKeep-Alive: timeout=5\r\nX-C: 2\r\nContent-Length: 2\r\n\r\nok",
    );
    const lab = await labOf({ one: target }, { group: rarelyChecked });
    const answer = await rawAnswer(lab, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*\r\nConnection: keep-alive\r\n\r\nok$/s);
    expect(answer).toContain("\r\nX-C: 2\r\n");
    expect(answer).not.toMatch(/\r\n(X-B|Keep-Alive):|X-B,/);
  });

  it("of a 101 reach the client: Upgrade and Connection [P-28]", async () => {
    const target = await startAnswering(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade, X-B\r\nX-B: 1\r\n\r\n",
    );
    const lab = await labOf({ one: target }, { group: rarelyChecked }, { timeouts: { idleMs: 100 } });
    const upgrade = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    expect(await rawAnswer(lab, upgrade)).toMatch(
      /^HTTP\/1\.1 101 .*\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n$/s,
    );
  });
});

describe("what a client says of itself", () => {
  it.each<[string, readonly string[]]>([
    ["append", ["1.2.3.4, 127.0.0.1"]],
    ["preserve", ["1.2.3.4"]],
    ["remove", []],
  ])("in X-Forwarded-For is treated as mode %s says [P-29]", async (mode, expected) => {
    const loadBalancer = { xff_header_processing_mode: mode };
    const seen = await forward(["Host: a", "X-Forwarded-For: 1.2.3.4"], { loadBalancer });
    expect(valuesOf(seen, "X-Forwarded-For")).toEqual(expected);
  });

  it("in several lines of it does not hide the true peer, which stands at the very right [P-29]", async () => {
    const seen = await forward(["Host: a", "X-Forwarded-For: 1.2.3.4", "x-forwarded-for: 5.6.7.8"]);
    expect(valuesOf(seen, "X-Forwarded-For").join(", ")).toMatch(/, 127\.0\.0\.1$/);
  });

  it("of protocol and port is replaced by the truth, and of the host is left out [P-31]", async () => {
    const spoofed = ["X-Forwarded-Proto: https", "X-Forwarded-Port: 443", "X-Forwarded-Host: evil.test"];
    const seen = await forward(["Host: a", ...spoofed]);
    expect(valuesOf(seen, "X-Forwarded-Proto")).toEqual(["http"]);
    expect(valuesOf(seen, "X-Forwarded-Port")).toEqual(["80"]);
    expect(valuesOf(seen, "X-Forwarded-Host")).toEqual([]);
  });

  it("under a twin's name with underscores is dropped where invalid names are [P-32]", async () => {
    const twins = ["X_Forwarded_For: 1.2.3.4", "Transfer_Encoding: chunked", "Content_Length: 5"];
    const loadBalancer = { drop_invalid_header_fields: true };
    const seen = await forward(["Host: a", ...twins, "X-B: 2"], { loadBalancer });
    expect(seen.status).toBe(200);
    expect(seen.head.filter((line) => line.includes("_"))).toEqual([]);
    expect(valuesOf(seen, "X-B")).toEqual(["2"]);
  });
});

describe("the host of a request", () => {
  it.each<[string, readonly string[]]>([
    ["two of them", ["Host: a", "Host: a"]],
    ["an empty one", ["Host: "]],
    ["one with a path", ["Host: a/b"]],
    ["one with @", ["Host: user@a"]],
    ["one with a space", ["Host: a b"]],
    ["one with port 98777", ["Host: a:98777"]],
    ["none", []],
  ])("%s: 400, and no target is asked [P-34]", async (_, lines) => {
    expect(await forward(lines)).toEqual({ status: 400, head: [] });
  });

  it.each(["a.test.", "a.test:8080", "[::1]:80"])("%s is let through [P-34]", async (host) => {
    expect((await forward([`Host: ${host}`])).status).toBe(200);
  });

  it("with a dot at its end matches a rule for the name [P-34]", async () => {
    const action = {
      type: "fixed-response",
      fixed_response: { content_type: "text/plain", status_code: "418" },
    };
    const rules = {
      shop: { priority: 1, condition: [{ host_header: { values: ["shop.test"] } }], action: [action] },
    };
    const lab = await labOf({}, { rules });
    expect(await rawAnswer(lab, "GET / HTTP/1.1\r\nHost: shop.test.\r\n\r\n")).toMatch(/^HTTP\/1\.1 418 /);
  });

  it("of an absolute target routes instead of Host, which is rewritten [P-35, smuggling R29]", async () => {
    const target = await startHttpTarget();
    const forwardToWeb = { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" };
    const rules = {
      shop: { priority: 1, condition: [{ host_header: { values: ["shop.test"] } }], action: [forwardToWeb] },
    };
    const defaultAction = {
      type: "fixed-response",
      fixed_response: { content_type: "text/plain", status_code: "404" },
    };
    const lab = await labOf({ one: target }, { group: rarelyChecked, rules, defaultAction });
    const by = (absolute: string, host: string) =>
      rawAnswer(lab, `GET http://${absolute}/x?y HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect(await by("shop.test", "other.test")).toMatch(/^HTTP\/1\.1 200 /);
    expect(await by("other.test", "shop.test")).toMatch(/^HTTP\/1\.1 404 /);
    expect(headsOf(target)).toEqual([expect.stringMatching(/^GET \/x\?y\nHost: shop\.test\n/)]);
  });
});
