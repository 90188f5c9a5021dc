import { isUnknown, type Knowable, type Link, unknown } from "../known";
import { type Declared, fieldsOf } from "./declared";
import type { Fields } from "./fields";

/** The group that AWS takes where none is named: the default one of the VPC of this subnet. */
export function defaultSecurityGroup(subnet: Knowable<Link | undefined>, declared: Declared): Link {
  if (subnet !== undefined && isUnknown(subnet))
    return unknown(`the default group of its VPC: ${subnet.unknown}`);
  const inSubnet = declared.find("subnet", subnet);
  const vpc = inSubnet && declared.linkIfSet(fieldsOf(inSubnet), "vpc_id", "vpc");
  const address = vpc && declared.defaultGroupOf(vpc);
  if (address === undefined) return unknown("the default group of its VPC, which is not declared");
  return { address };
}

/** A group that may be of another account: AWS gives such a one back as `123456789012/sg-1`. */
export function groupOfAccount(fields: Fields, path: string, declared: Declared): Link | undefined {
  const link = declared.linkIfSet(fields, path, "security group");
  if (link === undefined || !("external" in link)) return link;
  const address = declared.groupWithId(link.external.replace(/^\d+\//, ""));
  return address === undefined ? link : { address };
}
