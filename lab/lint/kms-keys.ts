import type { Link, Resource } from "../topology";
import { blocksOf, isLinkTo, linksOf } from "./policy";
import { INSTANCES } from "./servers";
import type { Subject } from "./subject";

const USERS = [
  "aws_cloudwatch_log_group",
  "aws_ebs_volume",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_launch_template",
  "aws_launch_configuration",
  ...INSTANCES,
];

/** Keys declared here by which logs or volumes are encrypted. */
export function usedKeys(subject: Subject): readonly Resource[] {
  const named = subject.resources(...USERS).flatMap(keysOf);
  const links = [...named, ...named.flatMap((link) => ofAlias(subject, link))];
  return subject
    .resources("aws_kms_key")
    .filter((key) => links.some((link) => isLinkTo(subject, link, key, "key_id") === true));
}

function keysOf(user: Resource): readonly Link[] {
  const nested = [
    ...["root_block_device", "ebs_block_device"].flatMap((name) => blocksOf(user, name) ?? []),
    ...(blocksOf(user, "block_device_mappings") ?? []).flatMap((mapping) => blocksOf(mapping, "ebs") ?? []),
    ...(blocksOf(user, "rule") ?? []).flatMap(
      (rule) => blocksOf(rule, "apply_server_side_encryption_by_default") ?? [],
    ),
  ];
  return [user, ...nested].flatMap((block) => [
    ...linksOf(block, ["kms_key_id"]),
    ...linksOf(block, ["kms_master_key_id"]),
  ]);
}

/** An alias leads to its key. */
function ofAlias(subject: Subject, link: Link): readonly Link[] {
  const alias = "address" in link ? subject.resource(link.address) : undefined;
  return alias?.type === "aws_kms_alias" ? linksOf(alias, ["target_key_id"]) : [];
}
