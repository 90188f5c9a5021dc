import { isUnknown, type Link, type Resource } from "../../topology";
import type { Ground } from "../ground";
import { isSame, keyOf, textOf } from "../values";

/**
 * The resource of a type that adopts what a VPC has from the start, by an argument such as `default_network_acl_id`.
 * Before the apply nobody knows that id: then it is sure only where there is one VPC.
 */
export function adoptedOf(
  ground: Ground,
  type: string,
  argument: string,
  vpc: Link,
): Resource | { readonly unknown: string } | undefined {
  const found = ground.resources(type).map((resource) => ({
    resource,
    isOf: isAdopted(ground, resource, argument, vpc),
  }));
  const sure = found.find(({ isOf }) => isOf === true);
  if (sure) return sure.resource;
  const open = found.find(({ isOf }) => isOf === undefined);
  return open && { unknown: `whether ${open.resource.address} is that of ${keyOf(vpc)} is not known` };
}

function isAdopted(ground: Ground, resource: Resource, argument: string, vpc: Link): boolean | undefined {
  const own = isSame(resource.link("vpc_id"), vpc);
  if (own !== undefined) return own;
  const [named, had] = [resource, ground.resource(vpc)].map((one) => one && textOf(one, argument));
  if (typeof named === "string" && typeof had === "string") return named === had;
  const isOnly = ground.resources("aws_vpc", "aws_default_vpc").length === 1;
  return isOnly && (named === undefined || isUnknown(named)) ? true : undefined;
}
