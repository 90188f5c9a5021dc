/**
 * A list of one resource in which Terraform also shows what resources of their own have added to it. Such a resource
 * names the owner of the list by its id, or by another argument of the owner that is unique.
 */
export interface ReadBackList {
  /** Types of the resources that add to it. */
  readonly adders: readonly string[];
  /** Argument of the adder that names the owner, and argument of the owner that it names. */
  readonly link: readonly [adder: string, owner: string];
  readonly owners: readonly string[];
  readonly list: string;
  /** What is the same in an adder and in its item; an item without argument is the value itself. */
  readonly identity: readonly (readonly [adder: string, item?: string])[];
  /** Adders of which this is not true add to another list. */
  readonly only?: readonly [argument: string, value: boolean];
}

const routes: ReadBackList = {
  adders: ["aws_route"],
  link: ["route_table_id", "id"],
  owners: ["aws_route_table", "aws_default_route_table"],
  list: "route",
  identity: [
    ["destination_cidr_block", "cidr_block"],
    ["destination_ipv6_cidr_block", "ipv6_cidr_block"],
    ["destination_prefix_list_id", "destination_prefix_list_id"],
  ],
};

const entriesOf = (list: "ingress" | "egress"): ReadBackList => ({
  adders: ["aws_network_acl_rule"],
  link: ["network_acl_id", "id"],
  owners: ["aws_network_acl", "aws_default_network_acl"],
  list,
  identity: [["rule_number", "rule_no"]],
  only: ["egress", list === "egress"],
});

const scaling = (list: string, argument: string, item?: string): ReadBackList => ({
  adders: ["aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"],
  link: ["autoscaling_group_name", "name"],
  owners: ["aws_autoscaling_group"],
  list,
  identity: [item === undefined ? [argument] : [argument, item]],
});

const targetGroups = ["lb_target_group_arn", "alb_target_group_arn", "traffic_source.identifier"];

export const readBackLists: readonly ReadBackList[] = [
  routes,
  entriesOf("ingress"),
  entriesOf("egress"),
  {
    adders: ["aws_network_acl_association"],
    link: ["network_acl_id", "id"],
    owners: ["aws_network_acl", "aws_default_network_acl"],
    list: "subnet_ids",
    identity: [["subnet_id"]],
  },
  ...targetGroups.map((argument) => scaling("target_group_arns", argument)),
  ...targetGroups.map((argument) => scaling("traffic_source", argument, "identifier")),
  ...["elb", "traffic_source.identifier"].map((argument) => scaling("load_balancers", argument)),
  {
    adders: ["aws_network_interface_sg_attachment"],
    link: ["network_interface_id", "primary_network_interface_id"],
    owners: ["aws_instance"],
    list: "vpc_security_group_ids",
    identity: [["security_group_id"]],
  },
  {
    adders: ["aws_network_interface_sg_attachment"],
    link: ["network_interface_id", "id"],
    owners: ["aws_network_interface"],
    list: "security_groups",
    identity: [["security_group_id"]],
  },
  {
    adders: ["aws_vpc_endpoint_security_group_association"],
    link: ["vpc_endpoint_id", "id"],
    owners: ["aws_vpc_endpoint"],
    list: "security_group_ids",
    identity: [["security_group_id"]],
  },
  {
    adders: ["aws_ec2_managed_prefix_list_entry"],
    link: ["prefix_list_id", "id"],
    owners: ["aws_ec2_managed_prefix_list"],
    list: "entry",
    identity: [["cidr", "cidr"]],
  },
];
