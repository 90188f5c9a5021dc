/** What happens when a VPC, a subnet or what goes with them is replaced. */
export function replacementCourse(what: string, first: string | undefined, names: string): readonly string[] {
  return [
    first === "create"
      ? `Terraform creates the new ${what}, moves or replaces what is in the old one, and destroys that`
      : `Terraform destroys first what is in the ${what}, and then tries to destroy the ${what} itself`,
    "AWS refuses that for as long as a network interface of the load balancer is left in it (DependencyViolation), for minutes or until the apply gives up",
    `requests to ${names} fail until all of it is made anew`,
  ];
}

/** Requests come in by the load balancer, whatever becomes of the way out. */
export function natCourse(names: string): readonly string[] {
  return [
    "Terraform replaces the gateway while requests go on: they come in by the load balancer",
    `connections that ${names} opened to the internet break, and new ones fail until the new gateway works, minutes later`,
    "they come from another address afterwards, unless the new gateway gets the same Elastic IP",
  ];
}

/** `aws_nat_gateway` as a person says it. */
export function wordFor(type: string): string {
  return type
    .replace("aws_", "")
    .replaceAll("_", " ")
    .replace("vpc", "VPC")
    .replace("nat", "NAT")
    .replace(" acl", " ACL");
}
