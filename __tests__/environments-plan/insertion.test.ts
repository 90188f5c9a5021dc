import type { EnvironmentName, EnvironmentSettings } from "../../environments";
import { environments } from "../../environments";
import { synthesizeLab } from "../support/synthesize";
import type { SynthesizedStack } from "../support/synthesized-stack";

/** Addresses that only the second stack has, after holding every shared resource to be equal byte for byte. */
function addedBetween(
  before: SynthesizedStack,
  after: SynthesizedStack,
  mayChange: readonly string[] = [],
): string[] {
  const changed = before.resources.filter(
    ({ address, fields }) => JSON.stringify(after.find(address)?.fields) !== JSON.stringify(fields),
  );
  expect(changed.map(({ address }) => address).filter((address) => !mayChange.includes(address))).toEqual([]);
  return after.addresses.filter((address) => before.find(address) === undefined);
}

const names = ["dev", "staging", "prod"] as const;
const servicesOf = (name: EnvironmentName) => environments[name].services;

test.each(names)("a service inserted in %s brings its own resources and touches no other", (name) => {
  const before = synthesizeLab(name);
  const shop = { name: "shop", pathPrefix: "/shop" };
  for (const services of [
    [shop, ...servicesOf(name)],
    [...servicesOf(name), shop],
  ]) {
    const added = addedBetween(before, synthesizeLab(name, { services }));
    expect(added).not.toEqual([]);
    for (const address of added) expect(address).toMatch(/\.(shop_|alb_https?_shop_rule_)/);
  }
});

test.each(["staging", "prod"] as const)(
  "a service removed from %s takes its own resources along and touches no other",
  (name) => {
    const services = servicesOf(name).filter((service) => service.name !== "api");
    const removed = addedBetween(synthesizeLab(name, { services }), synthesizeLab(name));
    for (const address of removed) expect(address).toMatch(/\.(api_|alb_https?_api_rule_)/);
  },
);

test.each(names)("one more instance of a service of %s brings itself and its registration", (name) => {
  const services = servicesOf(name).map((service, index) =>
    index === 0 ? { ...service, instances: (service.instances ?? 2) + 1 } : service,
  );
  const added = addedBetween(synthesizeLab(name), synthesizeLab(name, { services }));
  const count = (services[0]?.instances ?? 0).toString();
  for (const address of added) expect(address).toContain(`Server-${count}`);
  expect(added.map((address) => address.split(".")[0])).toEqual(
    expect.arrayContaining(["aws_instance", "aws_lb_target_group_attachment"]),
  );
});

// G16: what lies over all zones changes in place, every other resource stays as it is
test.each(["dev", "staging"] as const)(
  "a zone added to %s brings its own resources and moves no instance",
  (name) => {
    const { zones } = environments[name];
    const before = synthesizeLab(name);
    const after = synthesizeLab(name, {
      zones: [...zones, "ap-northeast-2d"],
    } satisfies Partial<EnvironmentSettings>);
    const overAllZones = before.resources.filter(({ type }) =>
      ["aws_lb", "aws_instance", "aws_nat_gateway", "aws_eip"].includes(type),
    );
    const added = addedBetween(
      before,
      after,
      overAllZones.map(({ address }) => address),
    );
    for (const address of added) expect(address).toContain("ap-northeast-2d");
    for (const { address, type, fields } of overAllZones) {
      const { depends_on: _, subnets: __, ...lasting } = fields;
      expect(after.find(address)?.fields).toMatchObject(lasting);
      expect([address, type === "aws_lb" || "subnets" in fields]).toEqual([address, type === "aws_lb"]);
    }
  },
);

test("a flow log, access logs and tags added to dev touch no resource but the load balancer", () => {
  const before = synthesizeLab("dev");
  const logged = synthesizeLab("dev", { flowLogs: { retentionDays: 30 }, accessLogs: { retentionDays: 30 } });
  const added = addedBetween(before, logged, [before.only("aws_lb").address]);
  for (const address of added) expect(address).toMatch(/\.(flow-logs_|access-logs_)/);
});
