import { only, type Resources, topologyOf, unknownFor } from "./declare";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const declared: Resources = {
  aws_vpc: { main: {} },
  aws_subnet: {
    a: { vpc_id: "${aws_vpc.main.id}", availability_zone: "eu-west-1a" },
    b: { vpc_id: "${aws_vpc.main.id}", availability_zone: "eu-west-1b" },
  },
  aws_security_group: { app: {} },
  aws_launch_template: {
    t: { user_data: base64("template"), vpc_security_group_ids: ["${aws_security_group.app.id}"] },
    other: { user_data: base64("other") },
  },
  aws_launch_configuration: {
    c: { user_data: "configuration!", security_groups: ["${aws_security_group.app.id}"] },
  },
};
const t = { id: "${aws_launch_template.t.id}", version: "$Latest" };
const appLink = { address: "aws_security_group.app" };

function group(values: object) {
  return only(topologyOf({ ...declared, aws_autoscaling_group: { g: values } }).autoScalingGroups);
}

describe("an auto scaling group", () => {
  it("has its sizes, subnets, zones, groups and user data", () => {
    const values = {
      name: "web",
      min_size: "1",
      max_size: 4,
      desired_capacity: 2,
      vpc_zone_identifier: ["${aws_subnet.b.id}", "${aws_subnet.a.id}"],
      launch_template: t,
    };
    expect(group(values)).toEqual({
      address: "aws_autoscaling_group.g",
      type: "aws_autoscaling_group",
      name: "web",
      minSize: 1,
      maxSize: 4,
      desiredCapacity: 2,
      subnets: [{ address: "aws_subnet.a" }, { address: "aws_subnet.b" }],
      zones: ["eu-west-1a", "eu-west-1b"],
      securityGroups: [appLink],
      userData: { text: "template", files: [], commands: [], environment: {} },
    });
  });

  it("wants its smallest size where it does not say, and is in zones where it has no subnets", () => {
    const found = group({ min_size: 3, max_size: 4, availability_zones: ["eu-west-1a"], launch_template: t });
    expect(found).toMatchObject({ desiredCapacity: 3, subnets: [], zones: ["eu-west-1a"] });
    expect(found.name).toEqual(unknownFor("at apply"));
  });

  it("starts what its launch configuration says", () => {
    expect(group({ launch_configuration: "${aws_launch_configuration.c.name}" })).toMatchObject({
      securityGroups: [appLink],
      userData: { text: "configuration!" },
    });
    expect(group({ launch_configuration: "older" }).userData).toEqual(unknownFor("not declared"));
  });

  it("starts what its mixed policy says, if that is one launch template", () => {
    const launch_template_specification = { launch_template_id: t.id, version: "$Latest" };
    const mixed = (override: unknown) =>
      group({ mixed_instances_policy: { launch_template: [{ launch_template_specification, override }] } });
    expect(mixed([{ instance_type: "t3.small" }, { instance_type: "t3.large" }])).toMatchObject({
      securityGroups: [appLink],
      userData: { text: "template" },
    });
    const other = { launch_template_id: "${aws_launch_template.other.id}" };
    expect(mixed([{ launch_template_specification: other }]).userData).toEqual(
      unknownFor("several launch templates"),
    );
    expect(mixed("${var.override}").userData).toEqual(unknownFor("var.override"));
  });

  it("has the default group of its VPC where its launch template names none", () => {
    const launch_template = { id: "${aws_launch_template.other.id}" };
    expect(group({ launch_template }).securityGroups).toEqual([unknownFor("the default group of its VPC")]);
  });

  it("says what is unknown, and why", () => {
    const { minSize, maxSize, desiredCapacity, userData, securityGroups } = group({ min_size: "${var.n}" });
    expect(minSize).toEqual(unknownFor("var.n"));
    expect(desiredCapacity).toEqual(unknownFor("var.n"));
    expect(maxSize).toEqual({ unknown: "max_size is not set" });
    expect(userData).toEqual(unknownFor("neither launch_template nor launch_configuration"));
    expect(securityGroups).toEqual(unknownFor("neither launch_template nor launch_configuration"));
    const open = group({ vpc_zone_identifier: "${var.subnets}", launch_template: "${var.template}" });
    expect(open).toMatchObject({
      subnets: unknownFor("var.subnets"),
      zones: unknownFor("var.subnets"),
      userData: unknownFor("var.template"),
    });
    expect(group({ launch_template: {} }).userData).toEqual(unknownFor("which launch template"));
  });
});
