import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { memoize } from "../memoize";
import { companionsOf, hasUnreadModules, isSet, Mentions } from "../policy";
import type { Subject } from "../subject";

/** An address costs by the hour, whether or not anybody uses it. */
export const elasticIpUnused: Defect = {
  id: "elastic-ip-unused",
  severity: "warning",
  facts: ["CKV2_AWS_19"],
  *find(subject) {
    if (hasUnreadModules(subject)) return;
    const mentions = memoize(
      () => new Mentions(subject.topology.resources.filter(({ type }) => type !== "aws_eip")),
    );
    for (const address of subject.resources("aws_eip")) {
      const isAttached = ["instance", "network_interface"].some((name) => isSet(address, [name]) !== false);
      if (isAttached || mayBeUsed(subject, address) || mentions().has(address)) continue;
      yield {
        at: address,
        message: "an elastic IP address must be used by a gateway or a server, got nobody",
        fix: "name it as allocation_id of what it is for, or remove it",
      };
    }
  },
};

/** A plan does not show in values that are known already where they are from. */
function mayBeUsed(subject: Subject, address: Resource): boolean {
  const users = ["aws_nat_gateway", "aws_eip_association"];
  const { found, mayBeMore } = companionsOf(subject, address, users, "allocation_id");
  return found.length > 0 || mayBeMore;
}
