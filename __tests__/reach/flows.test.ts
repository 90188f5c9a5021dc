import { type Flow, type FlowEnd, reachOf } from "../../lab/reach";
import { readReceived } from "../../lab/testing/received/read-received";
import { parseTopology } from "../../lab/topology";
import { labStack } from "../testing/support/lab-stack";
import { idOf, shopWith } from "./support/shop";

const nameOf = (end: FlowEnd) =>
  "name" in end ? end.name : end.kind === "internet" ? "internet" : end.blocks.join();

/** One line for each flow: who, to whom, on what, whether it gets through. */
const linesOf = (flows: readonly Flow[]) =>
  flows.map(({ from, to, family, services, verdict }) => {
    const ports = services
      .map(({ protocol, fromPort, toPort }) => `${protocol} ${fromPort}-${toPort}`)
      .join();
    return `${nameOf(from)} -> ${nameOf(to)} ${family} ${ports} ${verdict}`;
  });

it("lists every way of the shop with the rules that open it", () => {
  const { flows, doubts } = reachOf(shopWith());
  expect(doubts).toEqual([]);
  expect(linesOf(flows).sort()).toEqual([
    "10.0.0.0/16 -> front ipv4 tcp 443-443 yes",
    "Server-1 -> 10.0.0.0/16 ipv4 tcp 443-443 yes",
    "Server-1 -> front ipv4 tcp 443-443 yes",
    "Server-1 -> internet ipv4 tcp 443-443 yes",
    "Server-2 -> 10.0.0.0/16 ipv4 tcp 443-443 yes",
    "Server-2 -> front ipv4 tcp 443-443 yes",
    "Server-2 -> internet ipv4 tcp 443-443 yes",
    "front -> Server-1 ipv4 tcp 3000-3000 yes",
    "front -> Server-2 ipv4 tcp 3000-3000 yes",
    "internet -> front ipv4 tcp 443-443 yes",
  ]);
  const [request] = flows.filter(({ to }) => "name" in to && to.name === "Server-1");
  expect(request).toMatchObject({
    egress: "aws_vpc_security_group_egress_rule.requests",
    ingress: "aws_vpc_security_group_ingress_rule.requests",
  });
});

it("has a flow for what no route serves, with what is in the way", () => {
  const { flows } = reachOf(
    shopWith((resource) => {
      resource.aws_vpc_security_group_ingress_rule!.ssh = {
        ...{
          security_group_id: idOf("aws_security_group.web"),
          ip_protocol: "tcp",
          from_port: 22,
          to_port: 22,
        },
        cidr_ipv4: "0.0.0.0/0",
      };
    }),
  );
  const opened = flows.filter(({ ingress }) => ingress === "aws_vpc_security_group_ingress_rule.ssh");
  expect(linesOf(opened)).toEqual([
    "10.0.0.0/16 -> Server-1 ipv4 tcp 22-22 yes",
    "internet -> Server-1 ipv4 tcp 22-22 no",
    "10.0.0.0/16 -> Server-2 ipv4 tcp 22-22 yes",
    "internet -> Server-2 ipv4 tcp 22-22 no",
  ]);
  expect(opened[1]?.steps.find(({ verdict }) => verdict === "no")).toMatchObject({
    by: ["aws_route_table.private", "aws_nat_gateway.main"],
    why: "a NAT gateway lets nothing in",
  });
});

it("tells rules of which nobody knows what they open", () => {
  const { doubts } = reachOf(
    shopWith((resource) => {
      const rule = resource.aws_vpc_security_group_ingress_rule!;
      rule.list = { ...rule.clients, cidr_ipv4: null, prefix_list_id: "pl-0123" };
      rule.office = { ...rule.clients, cidr_ipv4: "${var.office}" };
    }),
  );
  expect(doubts).toEqual([
    { rule: "aws_vpc_security_group_ingress_rule.list", reason: "what is in pl-0123 is not declared here" },
    {
      rule: "aws_vpc_security_group_ingress_rule.office",
      reason: expect.stringMatching(/^who is meant by aws_vpc_security_group_ingress_rule.office: /),
    },
  ]);
});

it("knows what is in a prefix list that is declared with its entries", () => {
  const { flows } = reachOf(
    shopWith((resource) => {
      resource.aws_ec2_managed_prefix_list = { office: { entry: [{ cidr: "203.0.113.0/24" }] } };
      resource.aws_vpc_security_group_ingress_rule!.clients = {
        ...resource.aws_vpc_security_group_ingress_rule!.clients,
        cidr_ipv4: null,
        prefix_list_id: idOf("aws_ec2_managed_prefix_list.office"),
      };
    }),
  );
  const inward = flows.filter(
    ({ to, from }) => "name" in to && to.name === "front" && from.kind === "internet",
  );
  expect(inward.map(({ from }) => from)).toEqual([{ kind: "internet", blocks: ["203.0.113.0/24"] }]);
});

it("is the same data when it has been written down and read again", () => {
  const { flows } = reachOf(readReceived(labStack("staging")).topology);
  expect(JSON.parse(JSON.stringify(flows))).toEqual(flows);
  expect(flows.every(({ verdict }) => verdict === "yes")).toBe(true);
});

it("has nothing to say of a topology without load balancers and servers", () => {
  expect(reachOf(parseTopology('{"resource":{}}'))).toEqual({ ends: [], flows: [], doubts: [] });
});
