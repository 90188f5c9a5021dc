import { at, only, type Resources, topologyOf, unknownFor } from "./declare";

const network: Resources = {
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: { a: { vpc_id: "${aws_vpc.main.id}", availability_zone: "eu-west-1a" } },
  aws_security_group: { app: {}, lb: {} },
};
const [app, lb] = ["app", "lb"].map((name) => `\${aws_security_group.${name}.id}`);
const appLink = { address: "aws_security_group.app" };
const lbLink = { address: "aws_security_group.lb" };

function instance(values: object, others: Resources = {}) {
  return only(topologyOf({ ...network, aws_instance: { i: values }, ...others }).instances);
}

describe("an instance", () => {
  it("has its name, subnet, zone, address, type and groups", () => {
    const values = {
      tags: { Name: "Server-1" },
      subnet_id: "${aws_subnet.a.id}",
      private_ip: "10.0.0.7",
      instance_type: "t3.micro",
      vpc_security_group_ids: [app],
    };
    expect(instance(values)).toEqual({
      address: "aws_instance.i",
      type: "aws_instance",
      name: "Server-1",
      subnet: { address: "aws_subnet.a" },
      zone: "eu-west-1a",
      privateIp: "10.0.0.7",
      instanceType: "t3.micro",
      securityGroups: [appLink],
    });
  });

  it("has no address before it runs, no name without a tag, and a zone only where one is said", () => {
    const found = instance({});
    expect(found).not.toHaveProperty("name");
    expect(found).not.toHaveProperty("subnet");
    expect(found.privateIp).toEqual(unknownFor("given by AWS at launch"));
    expect(found.zone).toEqual({ unknown: "neither subnet_id nor availability_zone is set" });
    expect(found.instanceType).toEqual({ unknown: "instance_type is not set" });
    expect(instance({ availability_zone: "eu-west-1b" }).zone).toBe("eu-west-1b");
    expect(instance({ tags: { Name: "${var.name}" } }).name).toEqual(unknownFor("var.name"));
    expect(instance({ subnet_id: "subnet-1" }).zone).toEqual(unknownFor("subnet-1"));
    expect(instance({ subnet_id: "${var.subnet}" })).toMatchObject({
      subnet: unknownFor("var.subnet"),
      zone: unknownFor("var.subnet"),
    });
  });

  it("has the default group of its VPC where it names none", () => {
    const values = { subnet_id: "${aws_subnet.a.id}" };
    const declared = { aws_default_security_group: { main: { vpc_id: "${aws_vpc.main.id}" } } };
    expect(instance(values, declared).securityGroups).toEqual([
      { address: "aws_default_security_group.main" },
    ]);
    expect(instance(values).securityGroups).toEqual([unknownFor("the default group of its VPC")]);
    expect(instance({ subnet_id: "${var.subnet}" }).securityGroups).toEqual([unknownFor("var.subnet")]);
    expect(instance({ security_groups: [app] }).securityGroups).toEqual([appLink]);
    expect(instance({ vpc_security_group_ids: "${var.groups}" }).securityGroups).toEqual(
      unknownFor("var.groups"),
    );
  });

  it("has what its launch template says where it says nothing itself", () => {
    const template = {
      instance_type: "t3.small",
      placement: { availability_zone: "eu-west-1c" },
      vpc_security_group_ids: [app],
    };
    const launch_template = [{ id: "${aws_launch_template.t.id}", version: "$Latest" }];
    const others = { aws_launch_template: { t: template } };
    expect(instance({ launch_template }, others)).toMatchObject({
      zone: "eu-west-1c",
      instanceType: "t3.small",
      securityGroups: [appLink],
    });
    const own = { launch_template, instance_type: "t3.large", vpc_security_group_ids: [lb] };
    expect(instance(own, others)).toMatchObject({ instanceType: "t3.large", securityGroups: [lbLink] });
  });

  it("has the subnet and the groups of its launch template's network interface", () => {
    const network_interfaces = [{ subnet_id: "${aws_subnet.a.id}", security_groups: [lb] }];
    const found = instance(
      { launch_template: { name: "${aws_launch_template.t.name}" } },
      { aws_launch_template: { t: { network_interfaces } } },
    );
    expect(found).toMatchObject({
      subnet: { address: "aws_subnet.a" },
      zone: "eu-west-1a",
      securityGroups: [lbLink],
    });
  });

  it("has nothing of a launch template that the input does not hold", () => {
    const found = instance({ launch_template: { id: "lt-1" } });
    const reason = unknownFor("launch template is not declared");
    expect(found).toMatchObject({ instanceType: reason, securityGroups: reason, userData: reason });
  });

  it("has the subnet, the address and the groups of a network interface of its own", () => {
    const network_interface = { device_index: 0, network_interface_id: "${aws_network_interface.n.id}" };
    const n = { subnet_id: "${aws_subnet.a.id}", private_ips: ["10.0.0.9"], security_groups: [app] };
    expect(instance({ network_interface }, { aws_network_interface: { n } })).toMatchObject({
      subnet: { address: "aws_subnet.a" },
      zone: "eu-west-1a",
      privateIp: "10.0.0.9",
      securityGroups: [appLink],
    });
    const elsewhere = instance({ network_interface: { device_index: 0, network_interface_id: "eni-1" } });
    expect(elsewhere.securityGroups).toEqual(unknownFor("network interface is not declared"));
  });

  it("has the groups that are attached to it as well", () => {
    const network_interface = { device_index: 0, network_interface_id: "${aws_network_interface.n.id}" };
    const attach = (network_interface_id: string) => ({
      aws_network_interface: { n: { security_groups: [app] } },
      aws_network_interface_sg_attachment: { s: { network_interface_id, security_group_id: lb } },
    });
    const own = attach("${aws_network_interface.n.id}");
    expect(instance({ network_interface }, own).securityGroups).toEqual([appLink, lbLink]);
    const elsewhere = attach("eni-1");
    expect(instance({ network_interface }, elsewhere).securityGroups).toEqual([appLink]);
    expect(instance({ network_interface }, attach("${var.eni}")).securityGroups).toEqual(
      unknownFor(/aws_network_interface_sg_attachment.s may add one: .*var.eni/),
    );
  });

  it("stands once for each key, and so does a spot request", () => {
    const { instances } = topologyOf({
      ...network,
      aws_instance: { i: { for_each: { a: "t3.micro" }, instance_type: "${each.value}" } },
      aws_spot_instance_request: { s: { instance_type: "t3.nano" } },
    });
    expect(at(instances, 'aws_instance.i["a"]').instanceType).toBe("t3.micro");
    expect(at(instances, "aws_spot_instance_request.s").instanceType).toBe("t3.nano");
  });
});
