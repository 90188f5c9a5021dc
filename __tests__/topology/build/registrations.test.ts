import { at, only, type Resources, topologyOf, unknownFor } from "./declare";

const http = { port: 80, protocol: "HTTP" };
const declared: Resources = {
  aws_lb_target_group: { web: http, api: { ...http, port: "8080" }, fn: { target_type: "lambda" } },
  aws_instance: { one: {} },
  aws_lambda_function: { fn: {} },
  aws_lb: { inner: {} },
};
const [web, api, fn] = ["web", "api", "fn"].map((name) => `\${aws_lb_target_group.${name}.arn}`);
const webLink = { address: "aws_lb_target_group.web" };

function registrations(resources: Resources) {
  return topologyOf({ ...declared, ...resources }).registrations;
}

function attachment(values: object) {
  return only(registrations({ aws_lb_target_group_attachment: { a: values } }));
}

describe("an attachment", () => {
  it("registers an instance on the port of its group, or on one of its own [TF40]", () => {
    const values = { target_group_arn: web, target_id: "${aws_instance.one.id}" };
    expect(attachment(values)).toEqual({
      address: "aws_lb_target_group_attachment.a",
      type: "aws_lb_target_group_attachment",
      group: webLink,
      target: { address: "aws_instance.one" },
      port: 80,
    });
    expect(attachment({ ...values, target_group_arn: api }).port).toBe(8080);
    expect(attachment({ ...values, port: "3000" }).port).toBe(3000);
  });

  it("registers an address of another network, in a zone", () => {
    const values = { target_group_arn: web, target_id: "10.1.0.7", availability_zone: "all" };
    expect(attachment(values)).toMatchObject({
      target: { external: "10.1.0.7" },
      availabilityZone: "all",
    });
  });

  it("registers the address of an instance, which is that instance", () => {
    const target_id = "${aws_instance.one.private_ip}";
    expect(attachment({ target_group_arn: web, target_id }).target).toEqual({ address: "aws_instance.one" });
  });

  it("registers a lambda function, which has no port", () => {
    const lambda = attachment({ target_group_arn: fn, target_id: "${aws_lambda_function.fn.arn}", port: 0 });
    expect(lambda.target).toEqual({ address: "aws_lambda_function.fn" });
    expect(lambda).not.toHaveProperty("port");
  });

  it("registers a load balancer", () => {
    const values = { target_group_arn: web, target_id: "${aws_lb.inner.arn}" };
    expect(attachment(values).target).toEqual({ address: "aws_lb.inner" });
  });

  it("says why its group, target or port is unknown", () => {
    expect(attachment({})).toMatchObject({
      group: { unknown: "target_group_arn is not set" },
      target: { unknown: "target_id is not set" },
      port: unknownFor("the port of its target group: target_group_arn is not set"),
    });
    const elsewhere = attachment({ target_group_arn: "arn:aws:group", target_id: "${var.id}" });
    expect(elsewhere.group).toEqual({ external: "arn:aws:group" });
    expect(elsewhere.target).toEqual(unknownFor("var.id"));
    expect(elsewhere.port).toEqual(unknownFor("not declared in this input"));
    const stranger = attachment({ target_group_arn: "${aws_lb.inner.arn}", target_id: "i-1", port: "p" });
    expect(stranger.group).toEqual({ unknown: "points at aws_lb.inner, which is not a target group" });
    expect(stranger.port).toEqual({ unknown: 'must be a number, got "p"' });
  });

  it("is read under its old name too", () => {
    const values = { target_group_arn: web, target_id: "i-1" };
    expect(only(registrations({ aws_alb_target_group_attachment: { old: values } })).group).toEqual(webLink);
  });
});

describe("an auto scaling group", () => {
  const asg = { min_size: 1, max_size: 2 };
  const target = { address: "aws_autoscaling_group.g" };

  it("registers with every group that it names, under addresses of their own", () => {
    const g = { ...asg, target_group_arns: [web, api, "arn:aws:x"] };
    expect(registrations({ aws_autoscaling_group: { g } })).toEqual([
      {
        address: 'aws_autoscaling_group.g.target_group_arns["arn:aws:x"]',
        type: "aws_autoscaling_group",
        group: { external: "arn:aws:x" },
        target,
        port: unknownFor("not declared"),
      },
      {
        address: 'aws_autoscaling_group.g.target_group_arns["aws_lb_target_group.api"]',
        type: "aws_autoscaling_group",
        group: { address: "aws_lb_target_group.api" },
        target,
        port: 8080,
      },
      {
        address: 'aws_autoscaling_group.g.target_group_arns["aws_lb_target_group.web"]',
        type: "aws_autoscaling_group",
        group: webLink,
        target,
        port: 80,
      },
    ]);
  });

  it("registers as a traffic source, unless that is of another service", () => {
    const traffic_source = [
      { identifier: web, type: "elbv2" },
      { identifier: "arn:aws:vpc-lattice", type: "vpc-lattice" },
    ];
    expect(only(registrations({ aws_autoscaling_group: { g: { ...asg, traffic_source } } }))).toMatchObject({
      group: webLink,
      target,
    });
  });

  it("is attached from outside, under the names that the argument has had", () => {
    const attach = (values: object) =>
      only(
        registrations({
          aws_autoscaling_group: { g: asg },
          aws_autoscaling_attachment: {
            a: { autoscaling_group_name: "${aws_autoscaling_group.g.name}", ...values },
          },
        }),
      );
    for (const values of [{ lb_target_group_arn: web }, { alb_target_group_arn: web }])
      expect(attach(values)).toEqual({
        address: "aws_autoscaling_attachment.a",
        type: "aws_autoscaling_attachment",
        group: webLink,
        target,
        port: 80,
      });
    expect(attach({}).group).toEqual({ unknown: "lb_target_group_arn is not set" });
  });

  it("is attached as a traffic source from outside", () => {
    const a = {
      autoscaling_group_name: "${aws_autoscaling_group.g.id}",
      traffic_source: { identifier: web },
    };
    const found = registrations({
      aws_autoscaling_group: { g: asg },
      aws_autoscaling_traffic_source_attachment: { a },
    });
    expect(only(found)).toMatchObject({ group: webLink, target });
  });

  it("is registered once where two places say so", () => {
    const a = { autoscaling_group_name: "${aws_autoscaling_group.g.id}", lb_target_group_arn: web };
    const g = { ...asg, target_group_arns: [web], traffic_source: { identifier: web, type: "elbv2" } };
    const found = registrations({ aws_autoscaling_group: { g }, aws_autoscaling_attachment: { a } });
    expect(only(found).address).toBe("aws_autoscaling_attachment.a");
  });

  it("registers with something unknown where its list is", () => {
    const g = { ...asg, target_group_arns: "${var.groups}" };
    expect(only(registrations({ aws_autoscaling_group: { g } }))).toMatchObject({
      group: unknownFor("var.groups"),
      target,
      port: unknownFor("the port of its target group"),
    });
  });
});

describe("a container service", () => {
  it("registers its tasks on the container's port", () => {
    const load_balancer = [
      { target_group_arn: web, container_name: "app", container_port: 3000 },
      { elb_name: "classic", container_name: "app", container_port: 80 },
    ];
    const found = registrations({ aws_ecs_service: { s: { load_balancer } } });
    expect(only(found)).toEqual({
      address: 'aws_ecs_service.s.load_balancer["aws_lb_target_group.web"]',
      type: "aws_ecs_service",
      group: webLink,
      target: { address: "aws_ecs_service.s" },
      port: 3000,
    });
  });

  it("registers with something unknown where its block is", () => {
    const found = registrations({ aws_ecs_service: { s: { load_balancer: "${var.blocks}" } } });
    expect(only(found)).toMatchObject({ group: unknownFor("var.blocks"), port: unknownFor("var.blocks") });
  });
});

it("registrations are in the order of addresses, numbers by size", () => {
  const values = { count: 11, target_group_arn: web, target_id: "i-1" };
  const found = registrations({ aws_lb_target_group_attachment: { a: values } });
  const addresses = found.map(({ address }) => address);
  expect(addresses.indexOf("aws_lb_target_group_attachment.a[2]")).toBe(2);
  expect(at(found, "aws_lb_target_group_attachment.a[10]").group).toEqual(webLink);
});
