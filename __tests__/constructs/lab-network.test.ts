import fc from "fast-check";
import { ExpressService, type LabNetworkProps } from "../../constructs";
import { albIn, existingNetwork, madeNetwork, problemIdsIn, synthesize } from "../support/synthesize";
import { dependsOn, type SynthesizedStack } from "../support/synthesized-stack";

const region = "ap-northeast-2";
const zonesOf = (letters: string) => [...letters].map((letter) => region + letter);

function networkStack(letters: string, props: Partial<LabNetworkProps> = {}) {
  return synthesize((stack) => {
    madeNetwork(stack, { zones: zonesOf(letters), ...props });
  });
}

function cidrs(stack: SynthesizedStack): Record<string, unknown> {
  return Object.fromEntries(
    stack.all("aws_subnet").map(({ address, fields }) => [address, fields.cidr_block]),
  );
}

test("each zone gets a public subnet that gives out no addresses by itself", () => {
  const subnets = networkStack("ac").all("aws_subnet");
  expect(subnets.map(({ fields }) => fields.availability_zone)).toEqual(zonesOf("ac"));
  for (const { fields } of subnets) expect(fields.map_public_ip_on_launch).toBe(false);
});

// G16, G35: a subnet's addresses follow from its zone's letter, so that nothing shifts
test("removing the first zone leaves the addresses and networks of the others unchanged", () => {
  const all = networkStack("abc", { privateSubnets: true });
  const rest = networkStack("bc", { privateSubnets: true });
  expect(rest.addresses.filter((address) => !all.addresses.includes(address))).toEqual([]);
  const gone = all.addresses.filter((address) => !rest.addresses.includes(address));
  for (const address of gone) expect(address).toContain("ap-northeast-2a");
  expect(cidrs(all)).toMatchObject(cidrs(rest));
});

// G16
test("the order of zones plays no part", () => {
  const props = { privateSubnets: true, natGateways: "one" } as const;
  const one = networkStack("abc", props);
  const other = networkStack("cba", props);
  expect(other.addresses).toEqual(one.addresses);
  expect(cidrs(other)).toEqual(cidrs(one));
  const nat = one.only("aws_nat_gateway");
  expect(other.find(nat.address)?.fields.subnet_id).toBe(nat.fields.subnet_id);
});

test("any set of zones gets networks that do not overlap, inside the VPC", () => {
  const letters = fc.subarray([..."abcdefgh"], { minLength: 2 }).map((some) => some.join(""));
  fc.assert(
    fc.property(letters, fc.integer({ min: 16, max: 23 }), (chosen, prefix) => {
      const stack = networkStack(chosen, { cidr: `10.32.0.0/${prefix}`, privateSubnets: true });
      const spans = Object.values(cidrs(stack)).map((cidr) => spanOf(String(cidr)));
      const vpc = spanOf(`10.32.0.0/${prefix}`);
      spans.sort((one, other) => one.from - other.from);
      spans.forEach((span, index) => {
        expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? vpc.from);
        expect(span.to).toBeLessThanOrEqual(vpc.to);
        expect(span.to - span.from).toBeGreaterThanOrEqual(32); // N4
      });
    }),
    { numRuns: 25, seed: 16 },
  );
});

function spanOf(cidr: string) {
  const [address = "", prefix] = cidr.split("/");
  const from = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return { from, to: from + 2 ** (32 - Number(prefix)) };
}

test("public subnets lead to the internet gateway", () => {
  const stack = networkStack("ac");
  const route = stack.only("aws_route");
  expect(route.fields.destination_cidr_block).toBe("0.0.0.0/0");
  expect(stack.resolve(route.fields.gateway_id)).toBe(stack.only("aws_internet_gateway"));
  const tables = stack.all("aws_route_table_association").map(({ fields }) => fields.route_table_id);
  expect(new Set(tables)).toEqual(new Set([route.fields.route_table_id]));
});

test.each([
  ["per-zone", 3],
  ["one", 1],
] as const)(
  "%s NAT makes %d gateways for three zones, and each private subnet leads to one",
  (natGateways, count) => {
    const stack = networkStack("abc", { privateSubnets: true, natGateways });
    expect(stack.all("aws_nat_gateway")).toHaveLength(count);
    expect(stack.all("aws_eip")).toHaveLength(count);
    const routes = stack.all("aws_route").filter(({ fields }) => fields.nat_gateway_id !== undefined);
    expect(routes).toHaveLength(3);
    const gateways = routes.map(({ fields }) => stack.resolve(fields.nat_gateway_id).address);
    expect(new Set(gateways).size).toBe(count);
    expect(routes.some(({ fields }) => fields.gateway_id !== undefined)).toBe(false);
  },
);

test("with NAT per zone, a private subnet uses the gateway of its own zone", () => {
  const stack = networkStack("abc", { privateSubnets: true });
  for (const { fields } of stack
    .all("aws_route")
    .filter(({ fields: { nat_gateway_id: id } }) => id !== undefined)) {
    const table = stack.resolve(fields.route_table_id);
    const users = stack.all("aws_route_table_association").filter((one) => stack.areLinked(one, table));
    const gateway = stack.resolve(fields.nat_gateway_id);
    expect(users.map((one) => stack.resolve(one.fields.subnet_id).fields.availability_zone)).toEqual([
      stack.resolve(gateway.fields.subnet_id).fields.availability_zone,
    ]);
  }
});

// G33: the gateway cannot detach while public addresses exist
test.each(["aws_nat_gateway", "aws_eip", "aws_instance", "aws_lb"])(
  "%s goes before the internet gateway does",
  (type) => {
    const stack = labIn({ privateSubnets: true });
    const gateway = stack.only("aws_internet_gateway").address;
    for (const resource of stack.all(type)) expect(stack.needs(resource)).toContain(gateway);
    for (const resource of labIn({}).all(type)) expect(dependsOn(resource)).toContain(gateway);
  },
);

// G34: user data would run before there is a way out
test("an instance waits for its route, the route's subnet and its egress rule", () => {
  for (const props of [{}, { privateSubnets: true }]) {
    const stack = labIn(props);
    for (const instance of stack.all("aws_instance")) {
      const waits = dependsOn(instance).map((address) => address.split(".")[0]);
      expect(waits).toEqual(
        expect.arrayContaining([
          "aws_route",
          "aws_route_table_association",
          "aws_vpc_security_group_egress_rule",
        ]),
      );
      if ("privateSubnets" in props) {
        expect([...stack.needs(instance)].some((address) => address.startsWith("aws_nat_gateway."))).toBe(
          true,
        );
      }
    }
  }
});

function labIn(props: Partial<LabNetworkProps>) {
  return synthesize((stack) => {
    const alb = albIn(stack, { network: madeNetwork(stack, props) });
    new ExpressService(stack, "web", { alb });
  });
}

test("an existing network adds nothing to the stack", () => {
  expect(synthesize(existingNetwork).addresses).toEqual([]);
});

// G40
test.each<[string, Partial<LabNetworkProps>, string[]]>([
  ["one zone", { zones: zonesOf("a") }, ["too-few-zones"]],
  ["one zone twice", { zones: zonesOf("aa") }, ["zone-repeated", "too-few-zones"]],
  ["a local zone", { zones: ["us-west-2a", "us-west-2-lax-1a"] }, ["zone-without-subnet-plan"]], // G16
  ["zones of two regions", { zones: ["us-east-1a", "us-west-2a"] }, ["zones-of-two-regions"]],
  ["NAT without private subnets", { natGateways: "one" }, ["nat-without-private-subnets"]],
  ["a VPC that is too small", { cidr: "10.0.0.0/24" }, ["cidr-size"]],
  ["a public network", { cidr: "8.8.0.0/16" }, ["cidr-public"]],
])("a network is refused: %s", (_, props, ids) => {
  expect(problemIdsIn((stack) => madeNetwork(stack, props))).toEqual(ids);
});
