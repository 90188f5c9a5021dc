import { type AccessLogEntry, accessLogEntry } from "../../../lab/alb";

const GROUP = "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067";
const ENTRY: AccessLogEntry = {
  type: "http",
  timeMs: Date.parse("2018-07-02T22:23:00.186Z") + 0.641,
  loadBalancer: "app/my-loadbalancer/50dc6c495c0c9188",
  client: { address: "192.168.131.39", port: 2817 },
  target: { address: "10.0.0.1", port: 80 },
  requestProcessingMs: 0,
  targetProcessingMs: 1.4,
  responseProcessingMs: 0.2,
  status: 200,
  targetStatus: 200,
  receivedBytes: 34,
  sentBytes: 366,
  request: { method: "GET", host: "www.example.com", target: "/", version: "1.1" },
  listener: { protocol: "http", port: 80, dnsName: "lb.example" },
  userAgent: "curl/7.46.0",
  targetGroupArn: GROUP,
  traceId: "Root=1-58337262-36d228ad5d99923122bbe354",
  rule: "default",
  createdMs: Date.parse("2018-07-02T22:22:48.364Z"),
  actions: ["forward"],
  connectionTraceId: "TID_1234abcd5678ef90",
};
const REFUSED: AccessLogEntry = {
  type: "http",
  timeMs: ENTRY.timeMs,
  loadBalancer: ENTRY.loadBalancer,
  client: ENTRY.client,
  requestProcessingMs: -1,
  targetProcessingMs: -1,
  responseProcessingMs: -1,
  status: 400,
  receivedBytes: 0,
  sentBytes: 272,
  listener: ENTRY.listener,
  createdMs: ENTRY.createdMs,
  actions: [],
};

/** Fields of a line, quotes kept. */
const fields = (entry: Partial<AccessLogEntry>, base = ENTRY) =>
  accessLogEntry({ ...base, ...entry }).match(/"[^"]*"|[^ ]+/g) ?? [];

it("a forwarded request is logged as in AWS's own example [P-66]", () => {
  expect(accessLogEntry(ENTRY)).toBe(
    "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 " +
      '0.000 0.001 0.000 200 200 34 366 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.46.0" - - ' +
      `${GROUP} "Root=1-58337262-36d228ad5d99923122bbe354" "-" "-" 0 2018-07-02T22:22:48.364000Z "forward" ` +
      '"-" "-" "10.0.0.1:80" "200" "-" "-" TID_1234abcd5678ef90 "-" "-" "-"',
  );
});

it("a request that could not be read has dashes and -1 for what never was [P-66]", () => {
  expect(accessLogEntry(REFUSED)).toBe(
    "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 - " +
      '-1 -1 -1 400 - 0 272 "- http://lb.example:80- -" "-" - - - "-" "-" "-" - ' +
      '2018-07-02T22:22:48.364000Z "-" "-" "-" "-" "-" "-" "-" - "-" "-" "-"',
  );
});

it("HTTPS adds cipher, protocol, name and certificate", () => {
  const tls = { cipher: "ECDHE-RSA-AES128-GCM-SHA256", version: "TLSv1.2", serverName: "www.example.com" };
  const line = fields({ type: "https", tls, certificateArn: "arn:aws:acm:us-east-2:1:certificate/1" });
  expect(line.slice(14, 16)).toEqual([tls.cipher, tls.version]);
  expect(line.slice(18, 20)).toEqual(['"www.example.com"', '"arn:aws:acm:us-east-2:1:certificate/1"']);
});

it.each<[AccessLogEntry["rule"], string]>([
  [17, "17"],
  ["default", "0"],
  ["error", "-1"],
  [undefined, "-"],
])("the priority of rule %s is logged as %s", (rule, text) => {
  expect(fields({ rule })[20]).toBe(text);
});

it("actions are joined by commas, and a redirect says where to", () => {
  const line = fields({ actions: ["authenticate", "redirect"], redirectUrl: "https://example.com:443/" });
  expect(line.slice(22, 24)).toEqual(['"authenticate,redirect"', '"https://example.com:443/"']);
});

it("a request that is not compliant has its class and reason [P61, P-66]", () => {
  const desync = { class: "Ambiguous", reason: "UndefinedContentLengthSemantics" } as const;
  expect(fields({ desync }).slice(27, 29)).toEqual(['"Ambiguous"', '"UndefinedContentLengthSemantics"']);
});

it("a client that left has status 460 and no target status [E460]", () => {
  const { targetStatus: _, ...left } = { ...ENTRY, status: 460 };
  expect(fields({}, left).slice(8, 10)).toEqual(["460", "-"]);
});

it("an IPv6 address is told from its port by brackets", () => {
  expect(fields({ client: { address: "2001:db8::1", port: 1 } })[3]).toBe("[2001:db8::1]:1");
});

it("a user agent is cut at 8 KB", () => {
  expect(fields({ userAgent: "a".repeat(9000) })[13]).toHaveLength(8192 + 2);
});

describe("hostile text", () => {
  it.each<[string, string]>([
    ['a"b', "a\\x22b"],
    ["a\r\nb", "a\\x0D\\x0Ab"],
    ["\x1b[31mred", "\\x1B[31mred"],
    ["a\\b", "a\\x5Cb"],
    ["\u00e4", "\\xE4"],
    ["\u20ac", "\\xE2\\x82\\xAC"],
    ["\x7f\0", "\\x7F\\x00"],
  ])("%j is escaped in path and agent [P-67]", (sent, logged) => {
    const request = { method: "GET", host: "h", target: `/${sent}`, version: "1.1" } as const;
    const line = fields({ request, userAgent: sent });
    expect(line[12]).toBe(`"GET http://h:80/${logged} HTTP/1.1"`);
    expect(line[13]).toBe(`"${logged}"`);
    expect(line).toHaveLength(33);
  });
});
