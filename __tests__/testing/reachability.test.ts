import "../../lab/testing";
import { environmentNames } from "../../environments";
import { idOf, shopWith } from "../reach/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const shop = shopWith();

describe("toAllowTraffic", () => {
  it("follows traffic from the internet to the load balancer, on to the servers, and out again", () => {
    expect(shop).toAllowTraffic({ from: "internet", to: "front", port: 443 });
    expect(shop).toAllowTraffic({ from: "front", to: "web", port: 3000 });
    expect(shop).toAllowTraffic({ from: "Server-1", to: "internet", port: 443 });
    expect(shop).not.toAllowTraffic({ from: "internet", to: "front", port: 80 });
    expect(shop).not.toAllowTraffic({ from: "internet", to: "Server-1", port: 3000 });
    expect(shop).not.toAllowTraffic({ from: "front", to: "internet", port: 443 });
    expect(shop).not.toAllowTraffic({ from: "internet", to: "front", port: 443, protocol: "udp" });
  });

  it("names what is in the way, and the rule that comes nearest", () => {
    expect(messageOf(() => expect(shop).toAllowTraffic({ from: "internet", to: "front", port: 80 }))).toBe(
      [
        "expected topology to allow traffic from the internet to front on tcp 80",
        "the internet to front: no ingress rule of the security groups of aws_lb.main admits the internet to tcp 80; " +
          "the nearest one, aws_vpc_security_group_ingress_rule.clients, is for tcp 443 and 0.0.0.0/0",
      ].join("\n"),
    );
  });

  it("names the whole way where there should be none", () => {
    const way = { from: "internet", to: "front", port: 443 };
    expect(messageOf(() => expect(shop).not.toAllowTraffic(way))).toBe(
      [
        "expected topology not to allow traffic from the internet to front on tcp 443",
        "the internet reaches front over IPv4 by aws_route_table.public, aws_internet_gateway.main, aws_lb.main and " +
          "aws_vpc_security_group_ingress_rule.clients",
      ].join("\n"),
    );
  });

  it("fails both ways where a part gets through", () => {
    const some = { from: "front", to: "web", port: [3000, 3001] as const };
    const message = messageOf(() => expect(shop).toAllowTraffic(some));
    expect(message).toMatch(
      /is no clear yes or no\n.*only a part gets through: no egress rule .* to tcp 3001 of/,
    );
    expect(messageOf(() => expect(shop).not.toAllowTraffic(some))).toBe(message);
  });

  it("fails both ways where nobody can say", () => {
    const elsewhere = shopWith((resource) => {
      resource.aws_lb!.main.security_groups = ["sg-0123"];
    });
    const way = { from: "internet", to: "front", port: 443 };
    const message = messageOf(() => expect(elsewhere).toAllowTraffic(way));
    expect(message).toMatch(/nobody can say: the rules of sg-0123 are not declared here$/);
    expect(messageOf(() => expect(elsewhere).not.toAllowTraffic(way))).toBe(message);
  });

  it.each([
    [
      { from: "internet", to: "fornt", port: 443 },
      /nothing here is named "fornt"; there are: internet, Server-1,/,
    ],
    [
      { from: "internet", to: "front", port: 70_000 },
      /port must be 0-65535, of tcp or udp, got 70000 of tcp/,
    ],
    [
      { from: "internet", to: "front", protocol: "tpc" },
      /protocol must be a name or number of one, got "tpc"/,
    ],
    [{ from: "internet", to: "10.0.0.0/8", port: 443 }, /are not two places of which one is in the topology/],
    [{ from: "internet", to: "front", ports: 443 }, /must be made of .*, got "ports"/],
    [{ from: "internet" }, /must say to where, got undefined/],
  ])("refuses %j with and without not", (traffic, message) => {
    expect(messageOf(() => expect(shop).toAllowTraffic(traffic as never))).toMatch(message);
    expect(messageOf(() => expect(shop).not.toAllowTraffic(traffic as never))).toMatch(message);
  });
});

describe("names of places", () => {
  it.each([
    ["front", "aws_lb.main"],
    ["alb", "aws_lb.main"],
    ["load balancer", "aws_lb.main"],
    ["aws_lb.main", "aws_lb.main"],
    ["aws_security_group.alb", "aws_lb.main"],
  ])("takes %s for the load balancer", (name, address) => {
    const way = { from: "internet", to: name, port: 80 };
    expect(messageOf(() => expect(shop).toAllowTraffic(way))).toContain(`the security groups of ${address} `);
  });

  it.each(["Server-1", "one", "aws_instance.one"])("takes %s for one server", (name) => {
    expect(shop).toAllowTraffic({ from: "front", to: name, port: 3000 });
  });

  it.each(["web", "servers", "aws_security_group.web", "aws_lb_target_group.web"])(
    "takes %s for both servers",
    (name) => {
      const message = messageOf(() => expect(shop).not.toAllowTraffic({ from: "alb", to: name, port: 3000 }));
      expect(message).toMatch(/front reaches Server-1 .* and so for 1 other pair$/);
    },
  );

  it("takes a security group that nothing has for whatever may have it", () => {
    const open = shopWith((resource) => {
      resource.aws_vpc_security_group_ingress_rule!.other = {
        ...{
          security_group_id: idOf("aws_security_group.web"),
          ip_protocol: "tcp",
          from_port: 22,
          to_port: 22,
        },
        referenced_security_group_id: idOf("aws_security_group.other"),
      };
    });
    expect(messageOf(() => expect(open).toAllowTraffic({ from: "other", to: "Server-1", port: 22 }))).toMatch(
      /no egress rule of the security groups of aws_security_group.other lets it out to tcp 22/,
    );
  });
});

it.each(environmentNames)("knows the ways of %s and that there are no others", (name) => {
  const stack = labStack(name);
  const port = name === "prod" ? 443 : 80;
  const clients = name === "prod" ? [80, 443] : [80];
  expect(stack).toAllowTraffic({ from: "internet", to: "alb", port });
  expect(stack).toAllowTraffic({ from: "alb", to: "web", port: 3000 });
  expect(stack).toAllowTraffic({ from: "servers", to: "internet", port: 443 });
  expect(stack).not.toAllowTraffic({ from: "internet", to: "servers", port: 3000 });
  expect(stack).toBeReachableOnlyFrom("Server-1", [{ from: "alb", port: 3000 }]);
  expect(stack).toReachOnly("Server-1", [{ to: "internet", port: 443 }]);
  expect(stack).toAllowOnly([
    ...clients.map((each) => ({ from: "internet", to: "alb", port: each })),
    { from: "alb", to: "servers", port: 3000 },
    { from: "servers", to: "internet", port: 443 },
  ]);
});
