import { allSides, ask, judgeOnly } from "../../lab/reach";
import { INTENT, idOf, type Resources, shopWith } from "./support/shop";

const entry = (
  rule_no: number,
  action: "allow" | "deny",
  ports: readonly [number, number],
  more: object = {},
) => ({
  ...{ rule_no, action, protocol: "tcp", from_port: ports[0], to_port: ports[1], cidr_block: "0.0.0.0/0" },
  ...more,
});

const ALL = { protocol: "-1", from_port: 0, to_port: 0 };
const everything = entry(100, "allow", [0, 0], ALL);

/** A network ACL for the subnets of the load balancer. */
const acl = (ingress: readonly object[], egress: readonly object[]) => (resource: Resources) => {
  resource.aws_network_acl = {
    public: {
      vpc_id: idOf("aws_vpc.main"),
      subnet_ids: [idOf("aws_subnet.public_a"), idOf("aws_subnet.public_b")],
      ingress,
      egress,
    },
  };
};

function asked(change: (resource: Resources) => void, from = "internet"): string {
  const { verdict, ways } = ask(shopWith(change), { from, to: "front", port: 443 });
  return verdict === "yes"
    ? verdict
    : `${verdict}: ${ways[0]?.steps.find((step) => step.verdict === verdict)?.why}`;
}

it("lets through what the entry with the lowest number that fits allows", () => {
  const deny = (number: number, block: string) => entry(number, "deny", [443, 443], { cidr_block: block });
  expect(asked(acl([everything], [everything]))).toBe("yes");
  expect(asked(acl([deny(200, "0.0.0.0/0"), everything], [everything]))).toBe("yes");
  expect(asked(acl([deny(50, "0.0.0.0/0"), everything], [everything]))).toBe(
    "no: aws_network_acl.public denies tcp 443 in aws_subnet.public_a",
  );
  const oneNetwork = acl([deny(50, "203.0.113.0/24"), everything], [everything]);
  expect(asked(oneNetwork, "203.0.113.9")).toMatch(/^no:/);
  expect(asked(oneNetwork, "203.0.114.9")).toBe("yes");
  expect(asked(oneNetwork)).toMatch(/^some:/);
});

it("denies what no entry allows", () => {
  expect(asked(acl([], [everything]))).toMatch(/^no: aws_network_acl.public denies tcp 443/);
});

it("must let answers out to the ports that clients have [U8]", () => {
  expect(asked(acl([everything], [entry(100, "allow", [443, 443])]))).toBe(
    "no: aws_network_acl.public denies answers on tcp 1024-65535 in aws_subnet.public_a",
  );
  expect(asked(acl([everything], [entry(100, "allow", [1024, 65_535])]))).toBe("yes");
});

it("reads entries that are resources of their own", () => {
  const rule = (egress: boolean) => ({
    ...{ network_acl_id: idOf("aws_network_acl.public"), rule_number: 100, egress, protocol: "-1" },
    ...{ rule_action: "allow", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0 },
  });
  const standalone = (names: readonly ("in" | "out")[]) => (resource: Resources) => {
    acl([], [])(resource);
    resource.aws_network_acl_rule = Object.fromEntries(names.map((name) => [name, rule(name === "out")]));
  };
  expect(asked(standalone(["in", "out"]))).toBe("yes");
  expect(asked(standalone(["out"]))).toMatch(/^no:/);
});

it("says that it is not known where an entry is not", () => {
  const open = entry(100, "allow", [443, 443], { cidr_block: "${var.block}" });
  expect(asked(acl([open], [everything]))).toBe(
    "unknown: not every entry of aws_network_acl.public is known",
  );
});

it("adopts the default one of a VPC for subnets that have no other: without entries it denies everything", () => {
  const adopted = (resource: Resources) => {
    resource.aws_default_network_acl = {
      main: { default_network_acl_id: "${aws_vpc.main.default_network_acl_id}" },
    };
  };
  expect(asked(adopted)).toMatch(/^no: aws_default_network_acl.main denies tcp 443/);
  const ofEither = (resource: Resources) => {
    adopted(resource);
    resource.aws_vpc!.other = { cidr_block: "10.9.0.0/16" };
  };
  expect(asked(ofEither)).toBe(
    "unknown: whether aws_default_network_acl.main is that of aws_vpc.main is not known",
  );
});

it("stands between subnets, not between servers of one", () => {
  const talk = { from: "Server-1", to: "Server-2", port: 443 };
  const together = (resource: Resources) => {
    resource.aws_instance!.two.subnet_id = idOf("aws_subnet.private_a");
    resource.aws_network_acl = {
      private: {
        vpc_id: idOf("aws_vpc.main"),
        subnet_ids: [idOf("aws_subnet.private_a"), idOf("aws_subnet.private_b")],
      },
    };
    resource.aws_vpc_security_group_ingress_rule!.self = {
      ...{ security_group_id: idOf("aws_security_group.web"), ip_protocol: "-1" },
      referenced_security_group_id: idOf("aws_security_group.web"),
    };
  };
  expect(ask(shopWith(together), talk).verdict).toBe("yes");
  const apart = (resource: Resources) => {
    together(resource);
    resource.aws_instance!.two.subnet_id = idOf("aws_subnet.private_b");
  };
  expect(ask(shopWith(apart), talk).verdict).toBe("no");
});

it("takes from what a rule opens: a wide rule behind a narrow network ACL is no surplus", () => {
  const wide = (resource: Resources) => {
    resource.aws_vpc_security_group_ingress_rule!.clients.to_port = 8443;
  };
  const ephemeral = entry(100, "allow", [1024, 65_535]);
  const narrow = (resource: Resources) => {
    wide(resource);
    acl([entry(90, "deny", [444, 8443]), entry(100, "allow", [443, 65_535])], [ephemeral])(resource);
  };
  const surplusOf = (change: (resource: Resources) => void) => {
    const topology = shopWith(change);
    return judgeOnly(topology, allSides(topology), INTENT).surplus.map(({ rule }) => rule);
  };
  expect(surplusOf(wide)).toEqual(["aws_vpc_security_group_ingress_rule.clients"]);
  expect(surplusOf(narrow)).toEqual([]);
});
