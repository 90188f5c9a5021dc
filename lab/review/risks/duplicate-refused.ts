import { type AlreadyThere, alreadyThere } from "../network/already-there";
import type { Risk } from "../risk";

/** A rule or a route is created that is there already, and AWS refuses the second one. */
export const duplicateRefused: Risk = {
  id: "duplicate-refused",
  level: "needs-care",
  facts: ["G19"],
  rank: 20,
  *find(comparison) {
    for (const found of alreadyThere(comparison)) {
      const { created, kind, holder, isInline } = found;
      const { address, path } = created;
      yield {
        at: { address, ...(path !== undefined && { path }) },
        message: `creates a ${NOUNS[kind]} that ${holder} ${isInline ? "still has" : "is already"}`,
        course: [
          isInline
            ? `Terraform takes nothing away from ${holder}: a list that is not written any more stays as it is`
            : `Terraform leaves ${holder} as it is`,
          `AWS refuses ${address} (${CODES[kind]}), and the apply ends there, half done, as does every one after it`,
        ],
        fix: fixOf(found),
      };
    }
  },
};

const NOUNS = {
  rule: "rule of a security group",
  route: "route",
  entry: "entry of a network ACL",
} as const;

const CODES = {
  rule: "InvalidPermission.Duplicate",
  route: "RouteAlreadyExists",
  entry: "NetworkAclEntryAlreadyExists",
} as const;

function fixOf({ created: { address }, kind, isInline }: AlreadyThere): string {
  if (!isInline) return "leave one of the two out";
  const id = {
    rule: "sgr-...",
    route: "rtb-..._<destination>",
    entry: "acl-...:<number>:<protocol>:<egress>",
  }[kind];
  return `take over what is there: import { to = ${address}, id = "${id}" }; then nothing is created`;
}
