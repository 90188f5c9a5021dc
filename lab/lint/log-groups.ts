import type { Link, Resource } from "../topology";
import { isLinkTo, linksOf } from "./policy";
import type { Subject } from "./subject";

/** Log groups declared here that flow logs or web ACLs write into. */
export function usedLogGroups(subject: Subject): readonly Resource[] {
  const links = [
    ...subject
      .resources("aws_flow_log")
      .flatMap((log) => ["log_destination", "log_group_name"].flatMap((name) => linksOf(log, [name]))),
    ...subject
      .resources("aws_wafv2_web_acl_logging_configuration")
      .flatMap((logging) => linksOf(logging, ["log_destination_configs"])),
  ];
  return subject
    .resources("aws_cloudwatch_log_group")
    .filter((group) => links.some((link) => isLinkTo(subject, ofGroup(link), group, "name") === true));
}

/** An ARN that is written out names the group too. */
function ofGroup(link: Link): Link {
  const name =
    "external" in link ? /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(link.external)?.[1] : undefined;
  return name === undefined ? link : { external: name };
}
