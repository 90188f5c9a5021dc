import type { End } from "../ends/ends";
import type { Ground } from "../ground";
import { isSame, keyOf } from "../values";
import type { Step } from "../verdict";
import { vpcOf } from "./subnets";

/** What may join two VPCs. */
const JOINTS = [
  "aws_vpc_peering_connection",
  "aws_vpc_peering_connection_accepter",
  "aws_ec2_transit_gateway_vpc_attachment",
];

/** Every subnet of a VPC reaches every other; between VPCs nobody here can say. */
export function routeInside(ground: Ground, from: End, to: End): Step {
  const at = `routes from ${from.address} to ${to.address}`;
  const [one, other] = [vpcOf(ground, from), vpcOf(ground, to)];
  const same = isSame(one, other);
  if (same === true) return { verdict: "yes", at, by: [] };
  if (same === undefined)
    return { verdict: "unknown", at, by: [], why: `whether both are in one VPC is not said here` };
  const joints = ground.resources(...JOINTS).map(({ address }) => address);
  if (joints.length > 0)
    return {
      verdict: "unknown",
      at,
      by: joints,
      why: `what goes through ${joints.join(" and ")} is not judged`,
    };
  return { verdict: "no", at, by: [], why: `they are in different VPCs, ${keyOf(one)} and ${keyOf(other)}` };
}
