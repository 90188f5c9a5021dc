import { isUnknown, type Knowable, type Link, unknown } from "../known";
import { type Declared, fieldsOf } from "./declared";

/** The group that AWS takes where none is named: the default one of the VPC of this subnet. */
export function defaultSecurityGroup(subnet: Knowable<Link | undefined>, declared: Declared): Link {
  if (subnet !== undefined && isUnknown(subnet))
    return unknown(`the default group of its VPC: ${subnet.unknown}`);
  const inSubnet = declared.find("subnet", subnet);
  const vpc = inSubnet && declared.linkIfSet(fieldsOf(inSubnet), "vpc_id", "vpc");
  return defaultGroupOf(vpc, declared);
}

/** `aws_default_security_group` of a VPC, where the input declares it. */
export function defaultGroupOf(vpc: Link | undefined, declared: Declared): Link {
  const group = declared.all("security group").find((resource) => {
    if (resource.type !== "aws_default_security_group" || vpc === undefined || !("address" in vpc))
      return false;
    const own = declared.linkIfSet(fieldsOf(resource), "vpc_id", "vpc");
    return own !== undefined && "address" in own && own.address === vpc.address;
  });
  return group ? { address: group.address } : unknown("the default group of its VPC, which is not declared");
}
