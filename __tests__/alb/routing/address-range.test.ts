import { BlockList, isIPv4 } from "node:net";
import fc from "fast-check";
import { isInRange, parseAddress, parseRange } from "../../../lab/alb/routing/address-range";

function isIn(address: string, cidr: string): boolean | undefined {
  const [parsed, range] = [parseAddress(address), parseRange(cidr)];
  return parsed === undefined || range === undefined ? undefined : isInRange(parsed, range);
}

describe("a CIDR block", () => {
  it.each([
    ["10.1.2.3", "10.0.0.0/8", true],
    ["11.0.0.0", "10.0.0.0/8", false],
    ["255.255.255.255", "255.255.255.255/32", true],
    ["255.255.255.254", "255.255.255.255/32", false],
    ["203.0.113.9", "0.0.0.0/0", true],
    ["10.9.9.9", "10.1.2.3/8", true],
    ["2001:db8::1", "2001:db8::/32", true],
    ["2001:db9::1", "2001:db8::/32", false],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1/128", true],
    ["::1", "::/0", true],
    ["fe80::1%eth0", "fe80::/10", true],
    ["::ffff:10.0.0.1", "10.0.0.0/8", true],
    ["10.0.0.1", "::ffff:10.0.0.0/104", true],
    ["10.0.0.1", "::/0", false],
    ["2001:db8::1", "0.0.0.0/0", false],
  ])("%s in %s: %p [R25]", (address, cidr, expected) => {
    expect(isIn(address, cidr)).toBe(expected);
  });

  it.each([
    "10.0.0.1",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0/8",
    "::/129",
    "::ffff:0.0.0.0/90",
    "a/8",
    "/8",
    "",
    "*",
  ])("is not %p", (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  it("has the addresses that Node.js finds in it", () => {
    const bits = (longest: number) => fc.integer({ min: 1, max: longest });
    const cases = fc.oneof(
      fc.tuple(fc.ipV4(), fc.ipV4(), bits(32)),
      fc.tuple(fc.ipV6(), fc.ipV6(), bits(128)),
    );
    fc.assert(
      fc.property(cases, fc.boolean(), ([one, other, length], same) => {
        const family = isIPv4(one) ? "ipv4" : "ipv6";
        const blocks = new BlockList();
        blocks.addSubnet(one, length, family);
        const address = same ? one : other;
        expect(isIn(address, `${one}/${length}`)).toBe(blocks.check(address, family));
      }),
    );
  });
});
