/** What of a type stays as it is where nobody writes it any more. */
export interface Kept {
  /** Arguments and blocks, and arguments of a block, such as `health_check.path`; `routing_http_*`: all that begin so. */
  readonly names: readonly string[];
  /** What takes the place of an argument, where only one of them may be written. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
}

const NAMED: Kept["instead"] = { name: ["name_prefix"], name_prefix: ["name"] };

/**
 * Arguments that stay as they are in AWS where nobody writes them any more: the provider (5.100) takes what AWS says for
 * them, so that taking them out of a configuration plans nothing. By type.
 */
export const KEPT: Readonly<Record<string, Kept>> = {
  aws_acm_certificate: { names: ["key_algorithm", "options", "subject_alternative_names"] },
  aws_autoscaling_group: {
    names: [
      ...["default_cooldown", "desired_capacity", "health_check_type", "load_balancers", "name"],
      ...["service_linked_role_arn", "target_group_arns", "traffic_source", "vpc_zone_identifier"],
    ],
    instead: {
      ...NAMED,
      vpc_zone_identifier: ["availability_zones"],
      target_group_arns: ["traffic_source"],
      traffic_source: ["target_group_arns", "load_balancers"],
      load_balancers: ["traffic_source"],
    },
  },
  aws_db_instance: {
    names: [
      ...["availability_zone", "backup_retention_period", "character_set_name", "db_name"],
      ...["db_subnet_group_name", "engine_version", "iops", "kms_key_id", "multi_az", "port"],
      ...["snapshot_identifier", "storage_type", "timezone", "vpc_security_group_ids"],
    ],
  },
  aws_ebs_volume: { names: ["encrypted", "iops", "kms_key_id", "snapshot_id", "throughput", "type"] },
  aws_efs_file_system: {
    names: ["availability_zone_name", "creation_token", "encrypted", "kms_key_id", "performance_mode"],
  },
  aws_instance: {
    names: [
      ...["associate_public_ip_address", "availability_zone", "cpu_core_count", "cpu_options"],
      ...["cpu_threads_per_core", "disable_api_stop", "disable_api_termination", "ebs_block_device"],
      ...["ebs_optimized", "host_id", "iam_instance_profile", "key_name", "metadata_options", "monitoring"],
      ...["placement_group", "private_ip", "root_block_device", "subnet_id", "tenancy", "user_data"],
      ...["user_data_base64", "vpc_security_group_ids"],
    ],
    instead: {
      user_data: ["user_data_base64"],
      user_data_base64: ["user_data"],
      subnet_id: ["network_interface"],
      private_ip: ["network_interface"],
      vpc_security_group_ids: ["network_interface", "security_groups"],
    },
  },
  aws_internet_gateway: { names: ["vpc_id"] },
  aws_launch_template: { names: ["default_version", "metadata_options", "name"], instead: NAMED },
  aws_lb: {
    names: ["internal", "ip_address_type", "name", "name_prefix", "security_groups", "subnets"],
    instead: { ...NAMED, subnets: ["subnet_mapping"] },
  },
  aws_lb_listener: { names: ["mutual_authentication", "protocol", "routing_http_*", "ssl_policy"] },
  aws_lb_listener_rule: { names: ["priority"] },
  aws_lb_target_group: {
    names: [
      ...["connection_termination", "health_check", "health_check.matcher", "health_check.path"],
      ...["health_check.timeout", "ip_address_type", "load_balancing_algorithm_type"],
      ...["load_balancing_anomaly_mitigation", "load_balancing_cross_zone_enabled", "name", "name_prefix"],
      ...["preserve_client_ip", "protocol_version", "stickiness", "target_failover", "target_group_health"],
      "target_health_state",
    ],
    instead: NAMED,
  },
  aws_network_acl: { names: ["egress", "ingress", "subnet_ids"] },
  aws_network_interface: { names: ["private_ips", "security_groups"] },
  aws_rds_cluster: {
    names: [
      ...["availability_zones", "backup_retention_period", "database_name", "db_subnet_group_name"],
      ...["engine_version", "kms_key_id", "port", "storage_encrypted", "storage_type"],
      "vpc_security_group_ids",
    ],
  },
  aws_route_table: { names: ["propagating_vgws", "route"] },
  aws_security_group: { names: ["egress", "ingress", "name", "vpc_id"], instead: NAMED },
  aws_subnet: { names: ["availability_zone", "availability_zone_id"] },
  aws_vpc: { names: ["enable_dns_hostnames", "ipv6_cidr_block"] },
};

/** Which of them are blocks. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...["cpu_options", "ebs_block_device", "health_check", "metadata_options", "mutual_authentication"],
  ...["options", "root_block_device", "stickiness", "target_failover", "target_group_health"],
  ...["target_health_state", "traffic_source"],
]);
