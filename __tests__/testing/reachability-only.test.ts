import "../../lab/testing";
import { INTENT, idOf, type Resources, shopWith } from "../reach/support/shop";
import { messageOf } from "./support/message-of";

const shop = shopWith();

const withRule = (direction: "ingress" | "egress", group: string, rule: object) =>
  shopWith((resource: Resources) => {
    Object.assign(resource[`aws_vpc_security_group_${direction}_rule`] ?? {}, {
      extra: { security_group_id: idOf(`aws_security_group.${group}`), ip_protocol: "tcp", ...rule },
    });
  });

const ssh = { from_port: 22, to_port: 22, cidr_ipv4: "0.0.0.0/0" };
const SOURCES = [{ from: "alb", port: 3000 }];

describe("toBeReachableOnlyFrom", () => {
  it("holds for what is open, and for no less", () => {
    expect(shop).toBeReachableOnlyFrom("Server-1", SOURCES);
    expect(shop).not.toBeReachableOnlyFrom("Server-1", []);
    expect(shop).not.toBeReachableOnlyFrom("Server-1", [...SOURCES, { from: "alb", port: 3001 }]);
    expect(shop).toBeReachableOnlyFrom("front", [{ from: "internet", port: 443 }]);
  });

  it("names the rule that opens more, to whom, on which port, and whether it gets through", () => {
    const open = withRule("ingress", "web", ssh);
    expect(messageOf(() => expect(open).toBeReachableOnlyFrom("Server-1", SOURCES))).toBe(
      [
        "expected Server-1 to be reachable only from alb on tcp 3000",
        "aws_vpc_security_group_ingress_rule.extra opens tcp 22 of Server-1 to 0.0.0.0/0; as things are, it gets through",
      ].join("\n"),
    );
  });

  it("counts a rule whose other end is shut, and says so", () => {
    const open = withRule("ingress", "web", {
      ...{ from_port: 9090, to_port: 9090 },
      referenced_security_group_id: idOf("aws_security_group.alb"),
    });
    expect(messageOf(() => expect(open).toBeReachableOnlyFrom("Server-1", SOURCES))).toMatch(
      /opens tcp 9090 of Server-1 to whatever has aws_security_group.alb; nothing gets through yet: no egress rule/,
    );
  });

  it("says of a range only what is too much", () => {
    const open = withRule("ingress", "web", {
      ...{ from_port: 2999, to_port: 3000 },
      referenced_security_group_id: idOf("aws_security_group.alb"),
    });
    expect(messageOf(() => expect(open).toBeReachableOnlyFrom("web", SOURCES))).toContain(
      "aws_vpc_security_group_ingress_rule.extra opens tcp 2999 of Server-1 and Server-2 to whatever has",
    );
  });

  it("names what is wanted and shut, and what is in the way", () => {
    const sources = [...SOURCES, { from: "internet", port: 3000 }];
    expect(messageOf(() => expect(shop).toBeReachableOnlyFrom("Server-1", sources))).toBe(
      [
        "expected Server-1 to be reachable only from alb on tcp 3000 and from the internet on tcp 3000",
        "nothing gets from the internet to Server-1 on tcp 3000: the internet to Server-1: a NAT gateway lets nothing in",
      ].join("\n"),
    );
  });

  it("fails with and without not where a rule may open more", () => {
    const open = withRule("ingress", "web", { ...ssh, cidr_ipv4: "${var.office}" });
    const message = messageOf(() => expect(open).toBeReachableOnlyFrom("Server-1", SOURCES));
    expect(message).toMatch(
      /^whether Server-1 is to be reachable only .* cannot be known\nsomething else may be open: who is meant by .*extra: /,
    );
    expect(messageOf(() => expect(open).not.toBeReachableOnlyFrom("Server-1", SOURCES))).toBe(message);
  });

  it("is about something in the topology", () => {
    expect(messageOf(() => expect(shop).toBeReachableOnlyFrom("10.0.0.0/8", []))).toMatch(
      /"10.0.0.0\/8" must be something in the topology, not addresses/,
    );
  });
});

describe("toReachOnly", () => {
  it("judges what goes out", () => {
    const packages = [{ to: "internet", port: 443 }];
    expect(shop).toReachOnly("servers", packages);
    expect(shop).toReachOnly("alb", [{ to: "servers", port: 3000 }]);
    const open = withRule("egress", "web", { ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" });
    expect(messageOf(() => expect(open).toReachOnly("Server-1", packages))).toBe(
      [
        "expected Server-1 to send only to the internet on tcp 443",
        "aws_vpc_security_group_egress_rule.extra lets Server-1 out to tcp 0-442, tcp 444-65535, all udp ports and more of 0.0.0.0/0; as things are, it gets through",
      ].join("\n"),
    );
  });
});

describe("toAllowOnly", () => {
  it("holds for the whole intent: internet to load balancer 443 to servers 3000, and out to 443", () => {
    expect(shop).toAllowOnly(INTENT);
    for (const missing of INTENT) expect(shop).not.toAllowOnly(INTENT.filter((each) => each !== missing));
  });

  it("finds a port that one server of two is not meant to have", () => {
    const lesser = INTENT.map((each) => (each.from === "front" ? { ...each, to: "Server-1" } : each));
    expect(messageOf(() => expect(shop).toAllowOnly(lesser))).toMatch(
      /^aws_vpc_security_group_ingress_rule.requests opens tcp 3000 of Server-2 .*\nso does aws_vpc_security_group_egress_rule.requests$/m,
    );
  });

  it("looks at whatever else has security groups, such as a database", () => {
    const withDatabase = shopWith((resource) => {
      resource.aws_security_group!.data = {
        vpc_id: idOf("aws_vpc.main"),
        ingress: [{ from_port: 5432, to_port: 5432, protocol: "tcp", cidr_blocks: ["10.0.0.0/16"] }],
      };
      resource.aws_db_instance = { main: { vpc_security_group_ids: [idOf("aws_security_group.data")] } };
    });
    expect(messageOf(() => expect(withDatabase).toAllowOnly(INTENT))).toContain(
      "aws_security_group.data opens tcp 5432 of aws_db_instance.main to 10.0.0.0/16",
    );
  });

  it("finds that something else has the security group of the load balancer", () => {
    const another = shopWith((resource) => {
      resource.aws_instance!.bastion = {
        ...resource.aws_instance!.one,
        vpc_security_group_ids: [idOf("aws_security_group.alb")],
        tags: { Name: "bastion" },
      };
    });
    const sources = [{ from: "front", port: 3000 }];
    expect(another).not.toBeReachableOnlyFrom("Server-1", sources);
    expect(another).toBeReachableOnlyFrom("Server-1", [...sources, { from: "bastion", port: 3000 }]);
  });
});
