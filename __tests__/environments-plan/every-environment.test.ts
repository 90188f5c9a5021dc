import { type EnvironmentName, environmentNames, environments } from "../../environments";
import { parseUserData } from "../../userdata";
import { synthesizeLab } from "../support/synthesize";
import { valueAt, valuesAt } from "../support/synthesized-stack";

const stacks = { dev: synthesizeLab("dev"), staging: synthesizeLab("staging"), prod: synthesizeLab("prod") };
const settingsOf = (name: EnvironmentName) =>
  stacks[name]
    .all("aws_instance")
    .map(({ fields }) => parseUserData(String(fields.user_data_base64)).settings);

describe.each(environmentNames)("%s", (name) => {
  const stack = stacks[name];

  test("every target group sends to port 3000 and asks /health", () => {
    for (const { fields } of stack.all("aws_lb_target_group")) {
      expect(fields.port).toBe(3000);
      expect(fields.health_check).toEqual({
        enabled: true,
        path: "/health",
        port: "traffic-port",
        protocol: "HTTP",
        interval: 15,
        timeout: 5,
        healthy_threshold: 2,
        unhealthy_threshold: 2,
        matcher: "200",
      });
    }
  });

  test("the instances of each service stand in distinct zones", () => {
    for (const service of environments[name].services) {
      const instances = stack.all("aws_instance").filter((one) => one.name.startsWith(`${service.name}_`));
      const zones = instances.map(({ fields }) => stack.resolve(fields.subnet_id).fields.availability_zone);
      expect(zones.length).toBe(service.instances ?? 2);
      expect(new Set(zones).size).toBe(zones.length);
    }
  });

  test("instances admit port 3000 from the load balancer's group only, and nothing else", () => {
    const alb = stack.only("aws_security_group", "alb");
    const inward = stack
      .all("aws_vpc_security_group_ingress_rule")
      .filter(({ fields }) => stack.resolve(fields.security_group_id) !== alb);
    expect(inward).toHaveLength(environments[name].services.length);
    for (const { fields } of inward) {
      expect(fields).toMatchObject({ from_port: 3000, to_port: 3000, ip_protocol: "tcp" });
      expect([fields.cidr_ipv4, fields.cidr_ipv6, fields.prefix_list_id]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(stack.resolve(fields.referenced_security_group_id)).toBe(alb);
    }
  });

  test("the load balancer reaches port 3000 of the instances' groups and nothing else", () => {
    const alb = stack.only("aws_security_group", "alb");
    const out = stack
      .all("aws_vpc_security_group_egress_rule")
      .filter(({ fields }) => stack.resolve(fields.security_group_id) === alb);
    expect(out).toHaveLength(environments[name].services.length);
    for (const { fields } of out) {
      expect(fields).toMatchObject({ from_port: 3000, to_port: 3000, ip_protocol: "tcp" });
      expect(stack.resolve(fields.referenced_security_group_id).type).toBe("aws_security_group");
    }
  });

  test("every instance is registered with the target group of its service", () => {
    for (const { name: service, fields } of stack.all("aws_lb_target_group_attachment")) {
      expect(stack.resolve(fields.target_id).type).toBe("aws_instance");
      expect(stack.resolve(fields.target_group_arn).type).toBe("aws_lb_target_group");
      expect(service).toContain("target-");
    }
    const registered = stack
      .all("aws_lb_target_group_attachment")
      .map(({ fields }) => stack.resolve(fields.target_id).address);
    expect(registered.sort()).toEqual(
      stack
        .all("aws_instance")
        .map(({ address }) => address)
        .sort(),
    );
  });

  test("the load balancer stands in a public subnet of every zone", () => {
    const subnets = valuesAt(stack.only("aws_lb").fields, "subnets").map((subnet) => stack.resolve(subnet));
    expect(subnets.map(({ fields }) => fields.availability_zone)).toEqual(environments[name].zones);
    for (const subnet of subnets) expect(subnet.name).toContain("public");
  });

  test("one server is the first, and every server has a name of its own", () => {
    const settings = settingsOf(name);
    expect(settings.filter((one) => one?.first)).toHaveLength(1);
    expect(new Set(settings.map((one) => one?.serverName)).size).toBe(settings.length);
  });

  // G41
  test("servers listen where they are sent to, and outlast the load balancer's idle timeout", () => {
    for (const settings of settingsOf(name)) {
      expect(settings).toMatchObject({ port: 3000, healthPort: 3000, healthPath: "/health" });
      expect(settings?.keepAliveSeconds).toBeGreaterThan(Number(stack.only("aws_lb").fields.idle_timeout));
    }
  });

  // G13: an instance's address changes when it is stopped and started
  test("outputs name the load balancer and what to do next, and no address of an instance", () => {
    const outputs = stack.json.output ?? {};
    expect(Object.keys(outputs).sort()).toEqual(["alb_dns_name", "destroy", "see_servers_alternate", "url"]);
    expect(stack.resolve(outputs.alb_dns_name?.value)).toBe(stack.only("aws_lb"));
    expect(outputs.destroy?.value).toBe(`npm run destroy ${name}`);
    for (const { value, description } of Object.values(outputs)) {
      expect(description).toMatch(/\w/);
      expect(value).not.toMatch(/aws_instance|aws_eip|public_ip|private_ip/);
    }
  });

  // G15, and what a plan without AWS needs
  test("no data source is read", () => {
    expect(stack.json.data).toBeUndefined();
    expect(JSON.stringify(stack.json)).not.toContain("${data.");
  });

  // G10, G11
  test("the three default tags are known at synth, and no tag of a resource repeats them", () => {
    const tags = { Project: "alb-lab", Environment: name, ManagedBy: "cdktf" };
    expect(valueAt(stack.json.provider?.aws?.[0], "default_tags.tags")).toEqual(tags);
    for (const { fields } of stack.resources) {
      for (const [key, value] of Object.entries(Object(fields.tags))) {
        expect(Object.keys(tags)).not.toContain(key);
        expect(value).not.toContain("${");
      }
    }
  });

  test("the state stays in a local file until a bucket is named", () => {
    expect(stack.json.terraform?.backend?.s3).toBeUndefined();
    const { backend } = synthesizeLab(name, { stateBucket: { bucket: "team-state" } }).json.terraform ?? {};
    expect(backend?.s3).toMatchObject({ use_lockfile: true, encrypt: true, key: `alb-lab/${name}.tfstate` }); // G47
    expect(backend?.s3).not.toHaveProperty("dynamodb_table");
  });

  test("two synths are equal byte for byte", () => {
    expect(JSON.stringify(synthesizeLab(name).json)).toBe(JSON.stringify(stack.json));
  });
});

test("environments share no name of a load balancer, target group, network or log group", () => {
  const taken = environmentNames.map((name) =>
    stacks[name].resources.flatMap(({ fields }) => (typeof fields.name === "string" ? [fields.name] : [])),
  );
  const names = taken.flat().filter((one) => !one.includes("${"));
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(environmentNames.map((name) => stacks[name].only("aws_vpc").fields.cidr_block)).size).toBe(
    3,
  );
});

test("all environments together take the five Elastic IPs that AWS grants in a region", () => {
  const counts = (["dev", "staging", "prod"] as const).map(
    (name) => synthesizeLab(name).all("aws_eip").length,
  );
  expect(counts).toEqual([2, 1, 2]);
});
