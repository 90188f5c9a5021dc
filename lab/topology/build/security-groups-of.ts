import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import { type Declared, fieldsOf } from "./declared";

/** The group that AWS takes where none is named: the default one of the VPC of this subnet. */
export function defaultSecurityGroup(subnet: Knowable<Link | undefined>, declared: Declared): Link {
  if (subnet !== undefined && isUnknown(subnet))
    return unknown(`the default group of its VPC: ${subnet.unknown}`);
  const vpc = vpcOf(declared.find("subnet", subnet), declared);
  const group = declared
    .all("security group")
    .filter(({ type }) => type === "aws_default_security_group")
    .find((resource) => vpc !== undefined && vpcOf(resource, declared) === vpc);
  return group ? { address: group.address } : unknown("the default group of its VPC, which is not declared");
}

/** Where its VPC is, as one text; `undefined`: nobody can say. */
function vpcOf(resource: Resource | undefined, declared: Declared): string | undefined {
  const link = resource && declared.linkIfSet(fieldsOf(resource), "vpc_id", "vpc");
  return link === undefined || isUnknown(link) ? undefined : JSON.stringify(link);
}
