import { counted, fleet } from "../bases";
import type { Case } from "../case";
import { all, editJson, replace, replaceAll } from "../edit";

const server = "modules/fleet/main.tf";

/** Changes of auto scaling groups, modules and counted resources that hurt. */
export const fleetCases: readonly Case[] = [
  {
    name: "The image of the search servers changes and nobody rolls it out",
    base: fleet,
    edit: replace(
      'image             = "ami-0123456789abcdef0"\n  min_size          = 2',
      'image             = "ami-0fedcba9876543210"\n  min_size          = 2',
    ),
    risks: ["launch-template-not-rolled-out"],
    why: "without an instance refresh the instances keep the old image until they die",
  },
  {
    name: "The web fleet shrinks to one server",
    base: fleet,
    edit: replace(
      "min_size          = 3\n  max_size          = 6",
      "min_size          = 1\n  max_size          = 1",
    ),
    risks: ["capacity-reduced"],
    why: "one server has to do what three did, at once",
  },
  {
    name: "All servers of the web fleet are refreshed at once",
    base: fleet,
    edit: all(
      replace("min_healthy       = 90", "min_healthy       = 0"),
      replace(
        'image             = "ami-0123456789abcdef0"\n  min_size          = 3',
        'image             = "ami-0fedcba9876543210"\n  min_size          = 3',
      ),
    ),
    risks: ["targets-replaced-together"],
    why: "the refresh may stop every instance before a new one is healthy",
  },
  {
    name: "The auto scaling group of the web servers gets another name",
    base: fleet,
    edit: replace('name              = "web"', 'name              = "storefront"'),
    risks: ["targets-replaced-together"],
    why: "the old group and all of its instances are destroyed before the new group is created",
  },
  {
    name: "The module of the edge gets another name without a move",
    base: fleet,
    edit: all(replace('module "edge" {', 'module "front" {'), replaceAll("module.edge.", "module.front.")),
    risks: ["address-moved-unrecorded"],
    why: "load balancer, listener and groups are destroyed, where a moved block would do nothing",
  },
  {
    name: "The fleet listens on another port than its security group lets in",
    base: fleet,
    edit: all(
      replace(
        "from_port                    = 8080\n  to_port                      = 8080",
        "from_port                    = 9090\n  to_port                      = 9090",
        server,
      ),
    ),
    risks: ["security-group-closed"],
    why: "the group still sends to port 8080, where nobody is let in any more",
  },
  {
    name: "The first of the counted servers goes",
    base: counted,
    edit: editJson((_, whole) => {
      whole.variable.servers.default = ["beta", "gamma"];
    }, "main.tf.json"),
    risks: ["targets-replaced-together"],
    why: "every later one takes another place: all three are destroyed, and two are created",
  },
  {
    name: "The counted lab loses its load balancer",
    base: counted,
    edit: editJson((resources) => {
      for (const type of [
        "aws_lb",
        "aws_lb_listener",
        "aws_lb_target_group",
        "aws_lb_target_group_attachment",
      ])
        delete resources[type];
    }, "main.tf.json"),
    risks: ["load-balancer-destroyed"],
    why: "nobody answers at its address any more",
  },
  {
    name: "Inline rules let everybody log in",
    base: counted,
    edit: editJson(({ aws_security_group }) => {
      aws_security_group?.server.ingress[1].cidr_blocks.push("0.0.0.0/0");
    }, "main.tf.json"),
    risks: ["security-group-opened"],
    why: "port 22 is open to the internet",
  },
  {
    name: "Inline rules no longer let the load balancer in",
    base: counted,
    edit: editJson(({ aws_security_group }) => {
      aws_security_group?.server.ingress.shift();
    }, "main.tf.json"),
    risks: ["security-group-closed"],
    why: "neither requests nor probes reach a server any more",
  },
  {
    name: "The counted load balancer moves to another network",
    base: counted,
    edit: editJson(({ aws_subnet }) => {
      if (aws_subnet) aws_subnet.main.cidr_block = '${cidrsubnet("10.40.0.0/16", 8, count.index + 10)}';
    }, "main.tf.json"),
    risks: ["network-replaced"],
    why: "subnets that are in use are destroyed first, with every server in them",
  },
];
