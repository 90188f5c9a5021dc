import { ExpressService } from "../../constructs";
import { albIn, madeNetwork, problemIdsIn, synthesize } from "../support/synthesize";
import { isCreatedFirst, type Resource, type SynthesizedStack } from "../support/synthesized-stack";

const ingress = "aws_vpc_security_group_ingress_rule";
const egress = "aws_vpc_security_group_egress_rule";
const sources = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"];

const stack = synthesize((scope) => {
  const alb = albIn(scope, { network: madeNetwork(scope), allowedCidrs: ["10.0.0.0/8", "2001:db8::/32"] });
  new ExpressService(scope, "web", { alb });
  const api = { port: 4000, healthCheck: { port: 4001 } };
  new ExpressService(scope, "api", { alb, route: { pathPrefix: "/api" }, targetGroup: api });
});

function rulesOf(type: string, group: Resource, from: SynthesizedStack = stack) {
  return from.all(type).filter(({ fields }) => from.resolve(fields.security_group_id) === group);
}

const alb = stack.only("aws_security_group", "alb");
const services = ["web", "api"].map((name) => stack.only("aws_security_group", name));

test("the load balancer admits the allowed networks to its listener's port only", () => {
  expect(rulesOf(ingress, alb).map(({ fields }) => fields)).toMatchObject([
    { cidr_ipv4: "10.0.0.0/8", from_port: 80, to_port: 80, ip_protocol: "tcp" },
    { cidr_ipv6: "2001:db8::/32", from_port: 80, to_port: 80, ip_protocol: "tcp" },
  ]);
});

test.each([
  ["web", [3000]],
  ["api", [4000, 4001]],
])("instances of %s admit ports %j from the load balancer's group and nothing else", (name, ports) => {
  const rules = rulesOf(ingress, stack.only("aws_security_group", name));
  expect(rules.map(({ fields }) => [fields.from_port, fields.to_port])).toEqual(
    ports.map((port) => [port, port]),
  );
  for (const { fields } of rules) {
    expect(sources.filter((source) => fields[source] !== undefined)).toEqual([
      "referenced_security_group_id",
    ]);
    expect(stack.resolve(fields.referenced_security_group_id)).toBe(alb);
  }
});

test("no rule reaches the SSH port", () => {
  const open = stack
    .all(ingress)
    .filter(({ fields }) => Number(fields.from_port) <= 22 && Number(fields.to_port) >= 22);
  expect(open).toEqual([]);
});

test("the load balancer reaches the ports of the instances' groups and nothing else", () => {
  const out = rulesOf(egress, alb).map(({ fields }) => {
    expect(sources.filter((source) => fields[source] !== undefined)).toEqual([
      "referenced_security_group_id",
    ]);
    return `${stack.resolve(fields.referenced_security_group_id).name.split("_")[0]} ${fields.from_port}-${fields.to_port}`;
  });
  expect(out.sort()).toEqual(["api 4000-4000", "api 4001-4001", "web 3000-3000"]);
});

// G20: Terraform removes AWS's allow-all egress, so what is not written is not allowed
test("every group has an egress rule, and instances reach HTTPS only", () => {
  for (const group of [alb, ...services]) expect(rulesOf(egress, group)).not.toEqual([]);
  for (const group of services) {
    expect(rulesOf(egress, group).map(({ fields }) => fields)).toMatchObject([
      { cidr_ipv4: "0.0.0.0/0", from_port: 443, to_port: 443, ip_protocol: "tcp" },
    ]);
  }
});

// G17: a name or description that changes replaces the group while it is in use
test("groups have a name prefix, are created first, and are described by constants", () => {
  for (const { fields, ...resource } of [alb, ...services].map((group) => ({ ...group }))) {
    expect(isCreatedFirst({ ...resource, fields })).toBe(true);
    expect(fields.name).toBeUndefined();
    expect(String(fields.name_prefix)).toMatch(/^lab-[\w-]+-$/);
  }
  const descriptions = (id: string) =>
    synthesize((scope) => {
      new ExpressService(scope, id, { alb: albIn(scope, { network: madeNetwork(scope) }) });
    }, `stack-of-${id}`)
      .all("aws_security_group")
      .map(({ fields }) => fields.description);
  expect(descriptions("one")).toEqual(descriptions("other"));
});

// G18
test("groups give up their rules before they are deleted", () => {
  for (const { fields } of [alb, ...services]) expect(fields.revoke_rules_on_delete).toBe(true);
});

// G19
test("groups hold no rules inline, and every rule names exactly one source", () => {
  for (const { fields } of stack.all("aws_security_group")) {
    expect([fields.ingress, fields.egress]).toEqual([undefined, undefined]);
  }
  for (const { fields } of [...stack.all(ingress), ...stack.all(egress)]) {
    expect(sources.filter((source) => fields[source] !== undefined)).toHaveLength(1);
  }
  expect(stack.all("aws_security_group_rule")).toEqual([]);
});

test("every rule says what it is for", () => {
  for (const { fields } of [...stack.all(ingress), ...stack.all(egress)]) {
    expect(String(fields.description)).toMatch(/^[A-Z].{10,}/);
  }
});

test("the VPC's default group admits nothing", () => {
  const { fields } = stack.only("aws_default_security_group");
  expect([fields.ingress, fields.egress]).toEqual([undefined, undefined]);
});

test("authentication opens one way out to the identity provider, however many routes ask for it", () => {
  const cognito = { userPoolArn: "arn:aws:cognito-idp:x", userPoolClientId: "id", userPoolDomain: "lab" };
  const one = synthesize((scope) => {
    const certificateArn = "arn:aws:acm:ap-northeast-2:123456789012:certificate/0a1b2c3d";
    const lb = albIn(scope, { network: madeNetwork(scope), https: { certificateArn } });
    for (const path of ["/a", "/b"]) {
      const action = { forward: lb.targetGroup, authenticate: { cognito } };
      lb.addRoute(path.slice(1), { conditions: [{ pathPattern: [path] }], action });
    }
  });
  expect(rulesOf(egress, one.only("aws_security_group"), one).map(({ fields }) => fields)).toMatchObject([
    { cidr_ipv4: "0.0.0.0/0", from_port: 443, to_port: 443 },
  ]);
});

// N34
test("more services than a security group has outbound rules for are refused", () => {
  const ids = problemIdsIn((scope) => {
    const lb = albIn(scope, { network: madeNetwork(scope), quotas: { securityGroupRules: 2 } });
    for (const name of ["a", "b", "c"])
      new ExpressService(scope, name, { alb: lb, route: { pathPrefix: `/${name}` } });
  });
  expect(ids).toEqual(["too-many-security-group-rules"]);
});
