/**
 * Arguments whose change makes the AWS provider (5.100) replace a resource: a plan says so itself, two synths do not.
 * `*`: every argument. Types that are not listed are taken to be updated in place.
 */
const forcing: Readonly<Record<string, readonly string[]>> = {
  aws_acm_certificate: ["domain_name", "subject_alternative_names", "validation_method", "key_algorithm"],
  aws_acm_certificate_validation: ["*"],
  aws_autoscaling_group: ["name", "name_prefix"],
  aws_cloudwatch_log_group: ["name", "name_prefix"],
  aws_db_instance: ["engine", "username", "db_name", "storage_encrypted", "kms_key_id", "availability_zone"],
  aws_dynamodb_table: ["name", "hash_key", "range_key"],
  aws_ebs_volume: ["availability_zone", "encrypted", "kms_key_id", "snapshot_id"],
  aws_efs_file_system: ["creation_token", "encrypted", "kms_key_id", "availability_zone_name"],
  aws_flow_log: ["*"],
  aws_iam_instance_profile: ["name", "name_prefix", "path"],
  aws_iam_role: ["name", "name_prefix", "path"],
  aws_iam_role_policy: ["role", "name", "name_prefix"],
  aws_iam_role_policy_attachment: ["*"],
  aws_instance: [
    "ami",
    "associate_public_ip_address",
    "availability_zone",
    "ebs_block_device",
    "ephemeral_block_device",
    "key_name",
    "launch_template",
    "placement_group",
    "private_ip",
    "root_block_device",
    "security_groups",
    "subnet_id",
    "tenancy",
  ],
  aws_launch_configuration: ["*"],
  aws_launch_template: ["name", "name_prefix"],
  aws_lb: ["name", "name_prefix", "internal", "load_balancer_type", "customer_owned_ipv4_pool"],
  aws_lb_listener: ["load_balancer_arn"],
  aws_lb_listener_certificate: ["*"],
  aws_lb_listener_rule: ["listener_arn"],
  aws_lb_target_group: [
    "name",
    "name_prefix",
    "port",
    "protocol",
    "protocol_version",
    "target_type",
    "vpc_id",
    "ip_address_type",
  ],
  aws_lb_target_group_attachment: ["*"],
  aws_nat_gateway: ["subnet_id", "allocation_id", "connectivity_type"],
  aws_network_acl: ["vpc_id"],
  aws_network_interface: ["subnet_id"],
  aws_route: [
    "route_table_id",
    "destination_cidr_block",
    "destination_ipv6_cidr_block",
    "destination_prefix_list_id",
  ],
  aws_route53_record: ["zone_id", "name", "type", "set_identifier"],
  aws_route53_zone: ["name", "delegation_set_id"],
  aws_route_table: ["vpc_id"],
  aws_route_table_association: ["subnet_id", "gateway_id"],
  aws_s3_bucket: ["bucket", "bucket_prefix", "object_lock_enabled"],
  aws_security_group: ["name", "name_prefix", "description", "vpc_id"],
  aws_security_group_rule: [
    "security_group_id",
    "type",
    "protocol",
    "from_port",
    "to_port",
    "cidr_blocks",
    "ipv6_cidr_blocks",
    "prefix_list_ids",
    "self",
    "source_security_group_id",
  ],
  aws_subnet: ["vpc_id", "cidr_block", "ipv6_cidr_block", "availability_zone", "availability_zone_id"],
  aws_vpc: ["cidr_block", "instance_tenancy", "ipv4_ipam_pool_id", "ipv4_netmask_length"],
  aws_vpc_security_group_egress_rule: ["security_group_id"],
  aws_vpc_security_group_ingress_rule: ["security_group_id"],
  aws_wafv2_web_acl: ["name", "scope"],
  aws_wafv2_web_acl_association: ["*"],
};

/** Whether a change of an argument replaces the resource. */
export function forcesReplacement(
  type: string,
  argument: string,
  settings: { readonly [name: string]: unknown },
): boolean {
  if (argument === "user_data" || argument === "user_data_base64")
    if (type === "aws_instance") return settings.user_data_replace_on_change === true;
  const names = forcing[type.replace(/^aws_alb(?=_|$)/, "aws_lb")] ?? [];
  return (names.includes("*") && argument !== "tags") || names.includes(argument);
}
