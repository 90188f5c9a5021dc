import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

const cidrs = new WeakMap<TerraformStack, Map<string, string>>();

/** Remembers the addresses of a VPC that this stack makes: other addresses mean another VPC. */
export function rememberVpc(construct: IConstruct, vpcId: string, cidr: string): void {
  const stack = TerraformStack.of(construct);
  const known = cidrs.get(stack) ?? new Map<string, string>();
  cidrs.set(stack, known.set(vpcId, cidr));
}

/**
 * What tells a VPC from the one that replaces it: its id, and its addresses where the stack makes it. The id of a
 * VPC that is made is the same reference before and after it was replaced.
 */
export function vpcIdentity(construct: IConstruct, vpcId: string): readonly string[] {
  const cidr = cidrs.get(TerraformStack.of(construct))?.get(vpcId);
  return cidr === undefined ? [vpcId] : [vpcId, cidr];
}
