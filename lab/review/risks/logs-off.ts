import { isUnknown, type Link, type LogDelivery, type Resource } from "../../topology";
import type { Comparison } from "../comparison";
import { closedLogBuckets } from "../data/log-writers";
import type { Risk } from "../risk";

/** What happens from then on is written down nowhere. */
export const logsOff: Risk = {
  id: "logs-off",
  level: "needs-care",
  facts: ["G27", "G39"],
  rank: 30,
  *find(comparison) {
    for (const { at, what } of switchedOff(comparison))
      yield {
        at,
        message: `switches ${what} off`,
        course: [
          "Terraform switches them off while everything runs; requests notice nothing",
          "what comes from then on is written down nowhere, and cannot be looked up later",
        ],
        fix: `leave ${what} on; another bucket, prefix or log group can be set without switching them off`,
      };
    for (const { address, path } of closedLogBuckets(comparison))
      yield {
        at: { address, ...(path !== undefined && { path }) },
        message: "no longer lets AWS write the logs of load balancers into the bucket",
        course: [
          "Terraform takes the permission away while everything runs; requests notice nothing, and no error is shown",
          "what comes from then on is written down nowhere, and cannot be looked up later",
        ],
        fix: "keep the statement of the bucket policy that allows s3:PutObject for log delivery",
      };
  },
};

function* switchedOff(comparison: Comparison) {
  for (const { before, after } of comparison.pairs("loadBalancers")) {
    const [was, is] = [before.attributes, after.attributes];
    if (isOff(was.accessLogs, is.accessLogs)) yield { at: after, what: "the access logs" };
    if (isOff(was.connectionLogs, is.connectionLogs)) yield { at: after, what: "the connection logs" };
  }
  yield* withoutLogs(comparison, "aws_flow_log", ["vpc_id", "subnet_id", "eni_id"], "flow logs");
  yield* withoutLogs(
    comparison,
    "aws_wafv2_web_acl_logging_configuration",
    ["resource_arn"],
    "firewall logs",
  );
}

function isOff(before: LogDelivery, after: LogDelivery): boolean {
  return before.enabled === true && after.enabled === false;
}

/** Logs that are gone while what they are of stays, and no other log of it is there. */
function* withoutLogs(comparison: Comparison, type: string, names: readonly string[], what: string) {
  const linksOf = (log: Resource) => names.flatMap((name) => log.link(name) ?? []);
  const left = comparison.after.resources(type).flatMap(linksOf);
  if (left.some(isUnknown)) return;
  for (const log of comparison.before.resources(type)) {
    if (!comparison.isGone(log)) continue;
    for (const owner of linksOf(log)) {
      const stays = "address" in owner ? comparison.after.resource(owner.address) : undefined;
      if (stays !== undefined && !left.some((link) => leadsTo(link, stays)))
        yield { at: stays, what: `the ${what} of ${stays.address}` };
    }
  }
}

function leadsTo(link: Link, { address }: Resource): boolean {
  return "address" in link && link.address === address;
}
