import { counted, shop } from "../bases";
import type { Case } from "../case";
import { editJson, removeBlock, replace } from "../edit";

/** Changes of ways into the network, and of what Terraform only reads back. */
export const networkCases: readonly Case[] = [
  {
    name: "The route to the internet is taken away",
    base: shop,
    edit: removeBlock('resource "aws_route" "internet"'),
    risks: ["security-group-closed"],
    why: "clients do not reach the load balancer any more, though the plan still shows the route in its table",
  },
  {
    name: "The load balancer of the shop gives its public IPv4 addresses up",
    base: shop,
    edit: replace(
      'resource "aws_lb" "shop" {\n',
      'resource "aws_lb" "shop" {\n  ip_address_type = "dualstack-without-public-ipv4"\n',
    ),
    risks: ["ip-address-type-narrowed"],
    why: "clients that speak IPv4 only find nobody to talk to",
  },
  {
    name: "The inline rule for clients becomes a resource of its own",
    base: counted,
    edit: editJson((resources) => {
      const { aws_security_group: groups = {} } = resources;
      delete groups.balancer.ingress;
      resources.aws_vpc_security_group_ingress_rule = {
        clients: {
          security_group_id: "${aws_security_group.balancer.id}",
          description: "Clients",
          cidr_ipv4: "0.0.0.0/0",
          ip_protocol: "tcp",
          from_port: 80,
          to_port: 80,
        },
      };
    }, "main.tf.json"),
    risks: ["duplicate-refused"],
    why: "Terraform leaves the inline rule where it is, and AWS refuses the same one",
  },
];
