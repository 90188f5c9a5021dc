import { sourceIpMalformed } from "../../../lab/lint/defects/source-ip-malformed";
import { findInConditions } from "../support/rule";

const inSource = (...values: readonly unknown[]) =>
  findInConditions(sourceIpMalformed, { source_ip: { values } });

it("refuses an address with host bits, and says its network [R25, B34, TF68]", () => {
  expect(inSource("10.0.0.5/24")).toMatchObject([
    {
      severity: "error",
      message: 'source_ip value must be the first address of its network, got "10.0.0.5/24"',
      fix: "write 10.0.0.0/24",
    },
  ]);
});

it("refuses an address without a mask, and adds it [R25, B34]", () => {
  expect(inSource("203.0.113.7")[0]?.fix).toBe("write 203.0.113.7/32");
  expect(inSource("2001:db8::7")[0]?.fix).toBe("write 2001:db8::7/128");
});

it("refuses the broadcast address, and nothing near it [R25]", () => {
  expect(inSource("255.255.255.255/32")[0]?.message).toContain("another network than that of the broadcast");
  expect(inSource("255.255.255.254/32", "255.255.255.254/31")).toEqual([]);
});

it.each([
  "10.0.0.0/33",
  "10.0.0/8",
  "10.0.0.256/32",
  "10.0.0.0/",
  "10.0.0.0/8/8",
  "10.0.0.*",
  "10.0.0.1-10.0.0.9",
  "example.com",
  "2001:db8::/129",
  "2001:db8::1/64",
  "2001:::/32",
  "fe80::1%eth0/128",
  "sg-0123456789abcdef0",
])("refuses %p", (value) => {
  expect(inSource("10.0.0.0/8", value)).toHaveLength(1);
});

it.each(["0.0.0.0/0", "10.0.0.0/8", "10.0.0.5/32", "::/0", "2001:db8::/32", "2001:DB8::1/128"])(
  "is silent about %p",
  (value) => {
    expect(inSource(value)).toEqual([]);
  },
);

it("does not judge what nobody knows yet, and leaves an empty value to another defect", () => {
  expect(inSource("${var.cidr}", "", "${aws_vpc.main.id}")).toEqual([]);
});
