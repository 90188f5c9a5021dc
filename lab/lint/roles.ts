import type { Link, Resource } from "../topology";
import { memoize } from "./memoize";
import { blocksOf, companionsOf, isLinkTo, linksOf } from "./policy";
import { type Statement, statementsOf } from "./policy-document";
import { INSTANCES } from "./servers";
import type { Subject } from "./subject";

/** Roles declared here that servers or flow logs act as. */
export const usedRoles = memoize((subject: Subject): readonly Resource[] => {
  const profiles = [
    ...subject
      .resources(...INSTANCES, "aws_launch_configuration")
      .map((it) => it.link("iam_instance_profile")),
    ...subject
      .resources("aws_launch_template")
      .flatMap((it) => ["name", "arn"].map((name) => it.link("iam_instance_profile", name))),
  ];
  const ofProfiles = subject
    .resources("aws_iam_instance_profile")
    .filter((profile) => profiles.some((link) => isLinkTo(subject, link, profile, "name") === true))
    .map((profile) => profile.link("role"));
  const ofLogs = subject.resources("aws_flow_log").map((log) => log.link("iam_role_arn"));
  const links = [...ofProfiles, ...ofLogs];
  return subject
    .resources("aws_iam_role")
    .filter((role) => links.some((link) => isLinkTo(subject, link, role, "role") === true));
});

/** What a role may do: statements, and who declares them. */
export interface Grant {
  readonly at: Resource;
  readonly statement: Statement;
}

/** What is known of what a role may do. A state shows in a role too what is declared beside it. */
export function grantsOf(subject: Subject, role: Resource): readonly Grant[] {
  const grants = knownGrants.get(role) ?? readGrants(subject, role);
  knownGrants.set(role, grants);
  return grants;
}

const knownGrants = new WeakMap<Resource, readonly Grant[]>();

function readGrants(subject: Subject, role: Resource): readonly Grant[] {
  const beside = companionsOf(subject, role, ["aws_iam_role_policy"], "role").found;
  const attached = attachmentsOf(subject, role).flatMap(({ policy }) =>
    subject.resources("aws_iam_policy").filter((it) => isLinkTo(subject, policy, it, "arn") === true),
  );
  const inline = beside.length > 0 ? [] : (blocksOf(role, "inline_policy") ?? []);
  return [
    ...inline.map((block) => ({ at: role, block })),
    ...[...beside, ...attached].map((at) => ({ at, block: at })),
  ].flatMap(({ at, block }) =>
    (statementsOf(subject, block, "policy") ?? []).map((statement) => ({ at, statement })),
  );
}

/** A managed policy that a role has, and who says so. */
export interface Attachment {
  readonly at: Resource;
  readonly policy: Link;
}

/** Managed policies of a role, however they are attached. */
export function attachmentsOf(subject: Subject, role: Resource): readonly Attachment[] {
  const single = companionsOf(subject, role, ["aws_iam_role_policy_attachment"], "role").found;
  const several = companionsOf(subject, role, ["aws_iam_policy_attachment"], "roles").found;
  const beside = [...single, ...several];
  if (beside.length === 0)
    return linksOf(role, ["managed_policy_arns"]).map((policy) => ({ at: role, policy }));
  return beside.flatMap((at) => linksOf(at, ["policy_arn"]).map((policy) => ({ at, policy })));
}
