import { BlockList } from "node:net";
import fc from "fast-check";
import { addressesOf, EVERYWHERE, INTERNET, renderAddresses } from "../../../lab/reach/sets/addresses";
import { covers, intersect, overlap, subtract } from "../../../lab/reach/sets/intervals";

const set = (text: string) => {
  const addresses = addressesOf(text);
  if (addresses) return addresses;
  throw new Error(`expected a block, got ${text}`);
};

const blocks4 = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([ip, length]) => ({ ip, length }));
const blocks6 = fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([ip, length]) => ({ ip, length }));

it("holds the addresses that the platform's own block lists hold", () => {
  const families = [
    { blocks: blocks4, family: "ipv4" },
    { blocks: blocks6, family: "ipv6" },
  ] as const;
  for (const { blocks, family } of families)
    fc.assert(
      fc.property(blocks, blocks, ({ ip, length }, other) => {
        const list = new BlockList();
        list.addSubnet(ip, length, family);
        expect(covers(set(`${ip}/${length}`), set(other.ip))).toBe(list.check(other.ip, family));
      }),
    );
});

it("comes back as the same block after it was taken apart and rendered", () => {
  fc.assert(
    fc.property(fc.oneof(blocks4, blocks6), fc.oneof(blocks4, blocks6), (one, other) => {
      const [a, b] = [set(`${one.ip}/${one.length}`), set(`${other.ip}/${other.length}`)];
      expect(renderAddresses(a)).toHaveLength(1);
      const together = renderAddresses(subtract(a, b)).map(set);
      expect(together.flat().sort((x, y) => (x.first < y.first ? -1 : 1)).length).toBe(together.length);
      expect(together.every((part) => covers(a, part) && !overlap(part, b))).toBe(true);
      const size = (parts: readonly { first: bigint; last: bigint }[]) =>
        parts.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
      expect(size(together.flat())).toBe(size(a) - size(intersect(a, b)));
    }),
  );
});

it.each([
  ["10.1.2.3", ["10.1.2.3/32"]],
  ["10.1.2.3/8", ["10.0.0.0/8"]],
  ["::/0", ["::/0"]],
  ["::1", ["::1/128"]],
  ["2001:DB8:0:0:1::/80", ["2001:db8:0:0:1::/80"]],
  ["::ffff:1.2.3.4", ["::ffff:102:304/128"]],
  ["1:0:0:2::3", ["1:0:0:2::3/128"]],
])("reads %s as %j", (text, rendered) => {
  expect(renderAddresses(set(text))).toEqual(rendered);
});

it.each(["", "10.0.0/8", "10.0.0.0/33", "::/129", "10.0.0.0/8/8", "10.0.0.0/", "everybody", "fe80::1%eth0"])(
  "does not take %j for a block",
  (text) => {
    expect(addressesOf(text)).toBeUndefined();
  },
);

it("keeps private networks out of the internet, and everything in everywhere", () => {
  for (const inside of [
    "10.0.0.0/8",
    "192.168.1.1",
    "172.31.0.0/16",
    "169.254.169.254",
    "fd00::/8",
    "fe80::1",
  ])
    expect(overlap(INTERNET, set(inside))).toBe(false);
  for (const outside of ["8.8.8.8", "172.32.0.1", "2600::1"])
    expect(covers(INTERNET, set(outside))).toBe(true);
  expect(renderAddresses(EVERYWHERE)).toEqual(["0.0.0.0/0", "::/0"]);
});
