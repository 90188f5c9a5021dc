import { BlockList } from "node:net";
import fc from "fast-check";
import { allSides, judgeOnly } from "../../lab/reach";
import { INTENT, idOf, type Resources, shopWith } from "./support/shop";

/** A rule as a test makes one up. */
interface Extra {
  readonly form: "resource" | "legacy" | "inline";
  readonly direction: "ingress" | "egress";
  readonly group: "alb" | "web";
  readonly protocol: "tcp" | "udp" | "icmp" | "47" | "-1";
  readonly from: number;
  readonly to: number;
  readonly peer:
    | { readonly cidr: string; readonly family: "ipv4" | "ipv6" }
    | { readonly group: string }
    | { readonly list: string };
}

const near = [0, 80, 442, 443, 444, 2999, 3000, 3001, 65_535];
const port = fc.oneof(fc.constantFrom(...near), fc.integer({ min: 0, max: 65_535 }));

const blocks = fc.oneof(
  fc.constantFrom("0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/8", "10.0.128.0/20", "203.0.113.9/32").map(ipv4),
  fc.constantFrom("::/0", "2001:db8::/32").map((cidr) => ({ cidr, family: "ipv6" as const })),
  fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([ip, length]) => ipv4(`${ip}/${length}`)),
);

function ipv4(cidr: string) {
  return { cidr, family: "ipv4" as const };
}

type Service = readonly [Extra["protocol"], readonly [number, number]];

const extras: fc.Arbitrary<Extra> = fc
  .record({
    form: fc.constantFrom("resource" as const, "legacy" as const, "inline" as const),
    direction: fc.constantFrom("ingress" as const, "egress" as const),
    group: fc.constantFrom("alb" as const, "web" as const),
    // often what the shop has already, so that many rules open nothing new
    service: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<Service>(["tcp", [443, 443]], ["tcp", [3000, 3000]]) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom<Extra["protocol"]>("tcp", "tcp", "udp", "icmp", "47", "-1"),
          fc.tuple(port, port),
        ),
      },
    ),
    peer: fc.oneof(
      blocks,
      fc.constantFrom("alb", "web", "other", "sg-0123").map((group) => ({ group })),
      fc.constant({ list: "pl-0123" }),
    ),
  })
  .map(({ service: [protocol, [one, other]], ...rest }) => {
    const isPing = protocol === "icmp";
    const [from, to] = isPing ? [-1, -1] : [Math.min(one, other), Math.max(one, other)];
    return { ...rest, protocol, from, to };
  });

/** Adds a rule in its form, and says where it then is. */
function add(resource: Resources, extra: Extra): string {
  const { form, direction, group, protocol, from, to, peer } = extra;
  const isAll = protocol === "-1";
  const ports = { from_port: isAll ? 0 : from, to_port: isAll ? 0 : to };
  if (form === "inline") {
    const owner = resource.aws_security_group?.[group];
    owner[direction] = [{ ...ports, protocol, ...listedPeer(extra) }];
    return `aws_security_group.${group}`;
  }
  const security_group_id = idOf(`aws_security_group.${group}`);
  if (form === "legacy") {
    const rule = { type: direction, security_group_id, ...ports, protocol, ...listedPeer(extra) };
    resource.aws_security_group_rule = { extra: rule };
    return "aws_security_group_rule.extra";
  }
  const type = `aws_vpc_security_group_${direction}_rule`;
  const single =
    "cidr" in peer
      ? { [`cidr_${peer.family}`]: peer.cidr }
      : "list" in peer
        ? { prefix_list_id: peer.list }
        : { referenced_security_group_id: groupId(peer.group) };
  Object.assign(resource[type] ?? {}, {
    extra: { security_group_id, ip_protocol: protocol, ...(isAll ? {} : ports), ...single },
  });
  return `${type}.extra`;
}

/** A group that refers to itself says `self`. */
function listedPeer({ peer, group, form }: Extra): object {
  if ("cidr" in peer)
    return peer.family === "ipv4" ? { cidr_blocks: [peer.cidr] } : { ipv6_cidr_blocks: [peer.cidr] };
  if ("list" in peer) return { prefix_list_ids: [peer.list] };
  if (peer.group === group) return { self: true };
  return form === "inline"
    ? { security_groups: [groupId(peer.group)] }
    : { source_security_group_id: groupId(peer.group) };
}

function groupId(group: string): string {
  return group.startsWith("sg-") ? group : idOf(`aws_security_group.${group}`);
}

/** One thing that may be at the other end, as a text that no CIDR is part of. */
interface Sample {
  readonly peer: string;
  readonly protocol: string;
  readonly port: number;
}

/** Every kind of traffic that differs for the rule or for what is meant to be open. */
function samplesOf({ from, to }: Extra): readonly Sample[] {
  const addresses = ["0.0.0.1", "8.8.8.8", "10.0.128.9", "10.9.9.9", "128.0.0.1", "203.0.113.9", "255.0.0.1"];
  const peers = [...addresses, "2001:db8::1", "2600::1", "alb", "web", "other", "sg-0123", "pl-0123"];
  const ports = [...near, from - 1, from, to, to + 1].filter((one) => one >= 0 && one <= 65_535);
  return peers.flatMap((peer) => [
    ...["tcp", "udp"].flatMap((protocol) => ports.map((one) => ({ peer, protocol, port: one }))),
    ...["icmp", "47"].map((protocol) => ({ peer, protocol, port: 0 })),
  ]);
}

function opens({ protocol, from, to, peer }: Extra, sample: Sample): boolean {
  if (protocol !== "-1" && protocol !== sample.protocol) return false;
  const hasPorts = protocol === "tcp" || protocol === "udp";
  if (hasPorts && (sample.port < from || sample.port > to)) return false;
  if ("group" in peer) return sample.peer === peer.group;
  if ("list" in peer) return sample.peer === peer.list;
  const list = new BlockList();
  const [network = "", length] = peer.cidr.split("/");
  list.addSubnet(network, Number(length), peer.family);
  return isAddress(sample.peer, peer.family) && list.check(sample.peer, peer.family);
}

function isAddress(text: string, family: "ipv4" | "ipv6"): boolean {
  return family === "ipv6" ? text.includes(":") : /^[\d.]+$/.test(text);
}

/** What is meant to be open at the ends that have a group: none of them has IPv6. */
function isMeant({ group, direction }: Extra, { peer, protocol, port: at }: Sample): boolean {
  const isAnybody = !peer.includes(":");
  const wanted = {
    "alb ingress": isAnybody && at === 443,
    "alb egress": peer === "web" && at === 3000,
    "web ingress": peer === "alb" && at === 3000,
    "web egress": isAnybody && at === 443,
  };
  return protocol === "tcp" && wanted[`${group} ${direction}`];
}

/** The network of a made-up block may lie between the samples, so that it has some of its own. */
function widens(extra: Extra): boolean {
  const own = "cidr" in extra.peer ? extra.peer.cidr.split("/")[0] : undefined;
  const samples = samplesOf(extra);
  const all =
    own === undefined ? samples : [...samples, ...samples.map((sample) => ({ ...sample, peer: own }))];
  return all.some((sample) => opens(extra, sample) && !isMeant(extra, sample));
}

it("finds nothing beyond what is meant in a topology that opens just that", () => {
  const topology = shopWith();
  expect(judgeOnly(topology, allSides(topology), INTENT)).toEqual({ surplus: [], shut: [] });
});

it("finds one more rule of any form exactly when it opens more than is meant, and names it", () => {
  let [wider, redundant] = [0, 0];
  fc.assert(
    fc.property(extras, (extra) => {
      let address = "";
      const topology = shopWith((resource) => {
        address = add(resource, extra);
      });
      const { surplus, shut } = judgeOnly(topology, allSides(topology), INTENT);
      const isWider = widens(extra);
      if (isWider) wider += 1;
      else redundant += 1;
      expect(shut).toEqual([]);
      expect([...new Set(surplus.map(({ rule }) => rule))]).toEqual(isWider ? [address] : []);
      for (const one of surplus) expect(one.direction).toBe(extra.direction);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(wider, redundant)).toBeGreaterThan(10);
});
