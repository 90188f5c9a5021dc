import type { Resource } from "../../topology";
import type { Comparison } from "../comparison";
import { nameOfEntrance } from "../listeners/standing-listeners";
import { webAclAssociations } from "../listeners/web-acls";
import type { Hazard, Risk } from "../risk";

/** A protection becomes so strict that it stops who got through before. */
export const requestsRefused: Risk = {
  id: "requests-refused",
  level: "drops-traffic",
  facts: ["TF58"],
  rank: 10,
  *find(comparison) {
    yield* clientCertificates(comparison);
    yield* closedWebAcls(comparison);
  },
};

function* clientCertificates(comparison: Comparison): Generator<Hazard> {
  for (const { after, kind } of comparison.pairs("listeners")) {
    const { before: was, after: is } = comparison.resource(after.address);
    const mode = was?.value("mutual_authentication", "mode") ?? "off";
    if (kind === "nothing" || is?.value("mutual_authentication", "mode") !== "verify") continue;
    if (typeof mode !== "string" || mode === "verify") continue;
    yield {
      at: after,
      message: `asks clients of ${nameOfEntrance(comparison, "after", after)} for a certificate (mutual_authentication is ${mode} before and verify after)`,
      course: [
        "Terraform changes the listener in place; open connections go on",
        "from then on the TLS handshake fails for every client without a certificate that the trust store knows",
      ],
      fix: "give all clients their certificates first, and see by mode passthrough and the connection logs whether they show them; or ask at a listener of its own",
    };
  }
}

/** Web ACLs that stand in front of a load balancer, by what they do with requests that no rule of theirs speaks of. */
function* closedWebAcls(comparison: Comparison): Generator<Hazard> {
  const balancers = new Map<string, Set<string>>();
  for (const { acl, balancer } of webAclAssociations(comparison.after))
    if (acl !== undefined && "address" in acl)
      balancers.set(acl.address, (balancers.get(acl.address) ?? new Set()).add(balancer));
  for (const [address, behind] of balancers) {
    const { before, after } = comparison.resource(address);
    if (before === undefined || after === undefined) continue;
    if (defaultOf(before) !== "allow" || defaultOf(after) !== "block") continue;
    const names = [...behind].map((balancer) => comparison.labels.after.to({ address: balancer }));
    yield {
      at: { address, ...(after.path !== undefined && { path: after.path }) },
      message: `blocks requests to ${names.join(", ")} that no rule of the web ACL allows (default action is allow before and block after)`,
      course: [
        "Terraform changes the web ACL in place, within seconds",
        "from then on a request gets through only where a rule allows it; all others are answered 403",
      ],
      fix: "let rules count first, and see by the logs of the web ACL which requests they would allow; then change the default action",
    };
  }
}

/** Undefined where it is not known. A block that is there, even empty, is what counts. */
function defaultOf(acl: Resource): "allow" | "block" | undefined {
  const isThere = (name: string) => {
    const blocks = acl.blocks("default_action", name);
    return Array.isArray(blocks) && blocks.length > 0;
  };
  const [allows, blocks] = [isThere("allow"), isThere("block")];
  if (allows === blocks) return undefined;
  return allows ? "allow" : "block";
}
