import { createHash } from "node:crypto";
import type { Plan } from "./stable-plan";

/** IPv4 addresses that the emulator draws, each with one in its place: private ones stay in their subnet. */
export function addressesOf(
  address: string,
  values: Plan,
  plan: Plan,
): readonly (readonly [string, string])[] {
  const last =
    10 + (Number.parseInt(createHash("sha256").update(address).digest("hex").slice(0, 8), 16) % 240);
  const pairs: [string, string][] = [];
  const { private_ip: own, public_ip: seen } = values ?? {};
  if (typeof own === "string" && own !== "") {
    const subnet = subnetOf(values.subnet_id, plan);
    const stable = subnet === undefined ? own : subnet.replace(/\.\d+\/\d+$/, `.${last}`);
    if (address.includes("aws_instance.")) pairs.push([own, stable], [dashed(own), dashed(stable)]);
  }
  if (typeof seen === "string" && seen !== "") {
    const stable = `203.0.113.${last}`;
    pairs.push([seen, stable], [dashed(seen), dashed(stable)]);
  }
  return pairs;
}

function dashed(address: string): string {
  return address.replaceAll(".", "-");
}

function subnetOf(id: string, plan: Plan): string | undefined {
  const visit = (module: Plan): Plan[] => [
    ...(module?.resources ?? []),
    ...(module?.child_modules ?? []).flatMap(visit),
  ];
  const resources = visit(plan.prior_state?.values?.root_module);
  return resources.find(({ type, values }: Plan) => type === "aws_subnet" && values.id === id)?.values
    .cidr_block;
}
