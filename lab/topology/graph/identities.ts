/**
 * Attributes that stand for the resource itself. Any other, such as `subnet_id`, stands for something else: what it is
 * set to, or nobody can say.
 */
export const IDENTITIES: ReadonlySet<string> = new Set([
  "arn",
  "bucket",
  "dns_name",
  "id",
  "invoke_arn",
  // of a policy document
  "json",
  "name",
  "primary_network_interface_id",
  "private_ip",
  "qualified_arn",
  "spot_instance_id",
  "zone_id",
]);
