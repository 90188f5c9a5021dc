import { hostMalformed } from "../../../lab/lint/defects/host-malformed";
import { findInConditions } from "../support/rule";

const inHost = (...values: readonly unknown[]) =>
  findInConditions(hostMalformed, { host_header: { values } });

it("refuses a port, which a host has not here [R27]", () => {
  expect(inHost("example.com:8443")).toMatchObject([
    {
      severity: "error",
      message: 'host_header value must be a host without a port, got "example.com:8443"',
      fix: "leave the port out; the listener has it",
    },
  ]);
});

it.each([
  ["localhost", "have a dot"],
  ["*", "have a dot"],
  ["no dots", "be letters, digits and - . _ * ?"],
  ["https://example.com", "be letters, digits and - . _ * ?"],
  ["example.com/shop", "be letters, digits and - . _ * ?"],
  ["exämple.com", "be letters, digits and - . _ * ?"],
  ["[2001:db8::1]", "be letters, digits and - . _ * ?"],
  ["example.com.", "have letters and nothing else after its last dot"],
  ["10.0.0.1", "have letters and nothing else after its last dot"],
  ["example.c0m", "have letters and nothing else after its last dot"],
  ["example.my-shop", "have letters and nothing else after its last dot"],
])("refuses %p [R20, B32]", (host, must) => {
  expect(inHost(host)).toMatchObject([
    { severity: "error", message: `host_header value must ${must}, got ${JSON.stringify(host)}` },
  ]);
});

it.each([".example.com", "shop..example.com"])("only doubts %p, which no client sends", (host) => {
  expect(inHost(host)).toMatchObject([{ severity: "warning" }]);
});

it("only doubts an international top-level domain, which nobody has tried", () => {
  expect(inHost("shop.xn--p1ai")).toMatchObject([{ severity: "warning" }]);
});

it.each([
  "example.com",
  "EXAMPLE.com",
  "*.example.com",
  "*.*",
  "example.*",
  "example.c?m",
  "shop-?.example.com",
  "a_b.example.com",
  "1.example.com",
])("is silent about %p", (host) => {
  expect(inHost(host)).toEqual([]);
});

it("says it of each value, and shows a hostile one on one line", () => {
  expect(inHost("localhost", "shop.example.com", "a:1")).toHaveLength(2);
  const [finding] = inHost("a\nb\u2028.example.com");
  expect(finding?.message).not.toMatch(/[\n\u2028]/);
});

it("does not judge what nobody knows yet, and leaves an empty value to another defect", () => {
  expect(inHost("${var.host}")).toEqual([]);
  expect(inHost("")).toEqual([]);
  expect(findInConditions(hostMalformed, { host_header: "${var.hosts}" })).toEqual([]);
});
