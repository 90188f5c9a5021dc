import type { Subject } from "../../lint";
import type { Link, Unknown } from "../../topology";

/**
 * Names target groups alike on both sides: where one side knows a group by its address and the other by its ARN, it is the
 * same group. One that is replaced at its address stays the same, though its ARN does not.
 */
export function identifier(...subjects: readonly Subject[]): (link: Exclude<Link, Unknown>) => string {
  const addresses = new Map<string, string>();
  const arns = new Map<string, string>();
  for (const { topology } of subjects)
    for (const { address } of topology.targetGroups)
      for (const subject of subjects) {
        const resource = subject.resource(address);
        const arn = resource?.value("arn");
        if (typeof arn !== "string") continue;
        if (resource?.mode === "managed") addresses.set(arn, address);
        else arns.set(address, arn);
      }
  return (link) => {
    const arn = "external" in link ? link.external : arns.get(link.address);
    if (arn === undefined) return (link as { readonly address: string }).address;
    return addresses.get(arn) ?? arn;
  };
}
