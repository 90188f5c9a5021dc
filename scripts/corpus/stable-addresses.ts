import { createHash } from "node:crypto";
import type { AddressedValues, Plan } from "./stable-plan";

/**
 * IPv4 addresses that the emulator draws, each with one in its place that follows from the resource that has it. Those of
 * instances and gateways stay in their subnet.
 */
export function addressesIn(resources: readonly AddressedValues[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const name = (from: string, to: string) => {
    if (names.has(from)) return;
    names.set(from, to);
    names.set(from.replaceAll(".", "-"), to.replaceAll(".", "-"));
  };
  // an elastic address repeats the private address of what it is bound to
  const [bound, others] = [resources.filter(hasSubnet), resources.filter((each) => !hasSubnet(each))];
  for (const [address, values] of [...bound, ...others]) {
    const subnet = subnetOf(values.subnet_id, resources) ?? "10.255.255.0/24";
    const own = privateAddressOf(values);
    if (own !== undefined) name(own, subnet.replace(/\.\d+\/\d+$/, `.${lastNumber(address)}`));
    if (values.public_ip) name(values.public_ip, `203.0.113.${lastNumber(address)}`);
  }
  return names;
}

function hasSubnet([, { subnet_id, private_ip }]: AddressedValues): boolean {
  return Boolean(subnet_id && private_ip);
}

function privateAddressOf({ private_ip, private_dns }: Plan): string | undefined {
  const dashed = /^ip-(\d+-\d+-\d+-\d+)\./.exec(private_dns ?? "")?.[1];
  return private_ip || dashed?.replaceAll("-", ".");
}

function lastNumber(address: string): number {
  const hash = createHash("sha256").update(address).digest("hex").slice(0, 8);
  return 10 + (Number.parseInt(hash, 16) % 240);
}

function subnetOf(id: string | undefined, resources: readonly AddressedValues[]): string | undefined {
  const subnet = resources.find(([address, values]) => address.includes("aws_subnet.") && values.id === id);
  return subnet?.[1].cidr_block;
}
