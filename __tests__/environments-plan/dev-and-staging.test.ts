import { synthesizeLab } from "../support/synthesize";
import { hasPublicAddress, valueAt } from "../support/synthesized-stack";

const dev = synthesizeLab("dev");
const staging = synthesizeLab("staging");

test("dev listens on port 80 and forwards to its two servers", () => {
  const { fields } = dev.only("aws_lb_listener");
  expect(fields).toMatchObject({ port: 80, protocol: "HTTP" });
  expect(dev.resolve(valueAt(fields, "default_action.target_group_arn"))).toBe(
    dev.only("aws_lb_target_group"),
  );
  expect(dev.all("aws_instance")).toHaveLength(2);
  expect(dev.all("aws_lb_listener_rule")).toEqual([]);
});

test("dev is open to the world on port 80 only", () => {
  const open = dev
    .all("aws_vpc_security_group_ingress_rule")
    .filter(({ fields }) => fields.cidr_ipv4 !== undefined);
  expect(open.map(({ fields }) => [fields.cidr_ipv4, fields.from_port, fields.to_port])).toEqual([
    ["0.0.0.0/0", 80, 80],
  ]);
});

test("dev has public instances and nothing else that costs by the hour", () => {
  for (const instance of dev.all("aws_instance")) expect(hasPublicAddress(dev, instance)).toBe(true);
  expect(dev.all("aws_nat_gateway")).toEqual([]);
  expect(dev.only("aws_lb").fields.enable_deletion_protection).toBe(false);
});

test("dev's URL is the load balancer's own name, over HTTP", () => {
  expect(dev.json.output?.url?.value).toBe(`http://\${${dev.only("aws_lb").address}.dns_name}`);
});

test("staging sends /api and all below it to a service of its own, and the rest to the default one", () => {
  const rule = staging.only("aws_lb_listener_rule");
  expect(rule.fields.condition).toEqual([{ path_pattern: { values: ["/api", "/api/*"] } }]);
  expect(staging.resolve(valueAt(rule.fields, "action.target_group_arn"))).toBe(
    staging.only("aws_lb_target_group", "api"),
  );
  const listener = staging.only("aws_lb_listener");
  expect(staging.resolve(rule.fields.listener_arn)).toBe(listener);
  expect(staging.resolve(valueAt(listener.fields, "default_action.target_group_arn"))).toBe(
    staging.only("aws_lb_target_group", "alb"),
  );
});

test("staging has private instances behind one NAT gateway", () => {
  expect(staging.all("aws_nat_gateway")).toHaveLength(1);
  for (const instance of staging.all("aws_instance")) {
    expect(hasPublicAddress(staging, instance)).toBe(false);
    expect(staging.resolve(instance.fields.subnet_id).name).toContain("private");
  }
});

test("the instances of a service share a security group, and services share none", () => {
  const groups = staging
    .all("aws_instance")
    .map(({ name, fields }) => [
      name.split("_")[0],
      staging.resolve(valueAt(fields, "vpc_security_group_ids")).name.split("_")[0],
    ]);
  expect(groups).toEqual([
    ["api", "api"],
    ["api", "api"],
    ["web", "web"],
    ["web", "web"],
  ]);
});

test("an arm64 service gets an arm64 image and instance type", () => {
  const stack = synthesizeLab("dev", { services: [{ name: "web", architecture: "arm64" }] });
  expect(stack.only("aws_launch_template").fields.image_id).toMatch(/-arm64$/);
  for (const { fields } of stack.all("aws_instance")) expect(fields.instance_type).toBe("t4g.micro");
});

test("only the allowed networks reach the listeners", () => {
  const stack = synthesizeLab("dev", { allowedCidrs: ["203.0.113.0/24", "198.51.100.0/24"] });
  const cidrs = stack
    .all("aws_vpc_security_group_ingress_rule")
    .flatMap(({ fields }) => fields.cidr_ipv4 ?? []);
  expect(cidrs.sort()).toEqual(["198.51.100.0/24", "203.0.113.0/24"]);
});

test("an internal environment has a load balancer with private addresses", () => {
  const stack = synthesizeLab("staging", { internal: true });
  const alb = stack.only("aws_lb").fields;
  expect(alb.internal).toBe(true);
  for (const subnet of alb.subnets as string[]) expect(stack.resolve(subnet).name).toContain("private");
});
