import { parseInput, topologyOfInput } from "../../lab/topology";

type Values = Readonly<Record<string, unknown>>;

const igw = { cidr_block: "0.0.0.0/0", gateway_id: "igw-1", ipv6_cidr_block: "" };
const table = { id: "rtb-1", route: [igw] };
const route = { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0", gateway_id: "igw-1" };
const destroyed: readonly string[] = ["delete"];

/** What a plan leaves of the list of an owner, when something that may have added to it changes. */
function left(
  [owner, had, list]: readonly [type: string, values: Values, list: string],
  [adder, added]: readonly [type: string, values: Values],
  {
    actions = destroyed,
    kept = ["no-op"],
    is = had,
  }: Partial<Record<"actions" | "kept", readonly string[]>> & {
    readonly is?: Values;
  } = {},
): unknown {
  const planned = { address: `${owner}.owner`, mode: "managed", type: owner, name: "owner", values: is };
  const plan = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources: [planned] } },
    resource_changes: [
      { ...planned, change: { actions: kept, before: had, after: is, after_unknown: {} } },
      {
        ...{ address: `${adder}.adder`, mode: "managed", type: adder, name: "adder" },
        change: { actions, before: added, after: null, after_unknown: {} },
      },
    ],
    configuration: { root_module: { resources: [] } },
  };
  const { resources } = topologyOfInput(parseInput(JSON.stringify(plan), "plan"));
  return resources.find(({ address }) => address === `${owner}.owner`)?.value(list);
}

const rule = { network_acl_id: "acl-1", rule_number: 100, egress: false };
const attachment = { autoscaling_group_name: "web", lb_target_group_arn: "arn:web" };
const worn = { network_interface_id: "eni-1", security_group_id: "sg-2" };

it.each([
  ["a route", ["aws_route_table", table, "route"], ["aws_route", route], []],
  [
    "an entry of a network ACL",
    ["aws_network_acl", { id: "acl-1", ingress: [{ rule_no: 100 }, { rule_no: 200 }] }, "ingress"],
    ["aws_network_acl_rule", rule],
    [{ rule_no: 200 }],
  ],
  [
    "an entry for the other direction, which is another one",
    ["aws_network_acl", { id: "acl-1", egress: [{ rule_no: 100 }] }, "egress"],
    ["aws_network_acl_rule", rule],
    [{ rule_no: 100 }],
  ],
  [
    "an auto scaling group attached",
    [
      "aws_autoscaling_group",
      { name: "web", target_group_arns: ["arn:api", "arn:web"] },
      "target_group_arns",
    ],
    ["aws_autoscaling_attachment", attachment],
    ["arn:api"],
  ],
  [
    "a traffic source",
    ["aws_autoscaling_group", { name: "web", traffic_source: [{ identifier: "arn:web" }] }, "traffic_source"],
    [
      "aws_autoscaling_traffic_source_attachment",
      { autoscaling_group_name: "web", traffic_source: [{ identifier: "arn:web", type: "elbv2" }] },
    ],
    [],
  ],
  [
    "a security group of an instance",
    [
      "aws_instance",
      { primary_network_interface_id: "eni-1", vpc_security_group_ids: ["sg-1", "sg-2"] },
      "vpc_security_group_ids",
    ],
    ["aws_network_interface_sg_attachment", worn],
    ["sg-1"],
  ],
] as const)(
  "what was only read back goes with the resource that added it: %s",
  (_, owner, adder, expected) => {
    expect(left(owner, adder)).toEqual(expected);
  },
);

describe("what a list says is left", () => {
  const owner = ["aws_route_table", table, "route"] as const;

  it("where Terraform only lets go of what added it, or leaves it alone", () => {
    for (const actions of [["forget"], ["no-op"], ["create"]])
      expect(left(owner, ["aws_route", route], { actions })).toEqual([igw]);
  });

  it("where it belongs to another table, or leads elsewhere", () => {
    expect(left(owner, ["aws_route", { ...route, route_table_id: "rtb-2" }])).toEqual([igw]);
    expect(left(owner, ["aws_route", { ...route, destination_cidr_block: "10.0.0.0/8" }])).toEqual([igw]);
  });

  it("where the list is written otherwise than it was, or its owner is made anew", () => {
    const nat = { cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" };
    const is = { ...table, route: [nat] };
    expect(left(owner, ["aws_route", route], { kept: ["update"], is })).toEqual([nat]);
    expect(left(owner, ["aws_route", route], { kept: ["delete", "create"] })).toEqual([igw]);
  });
});
