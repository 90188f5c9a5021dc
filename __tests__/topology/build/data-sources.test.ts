import { isUnknown } from "../../../lab/topology";
import { at, only, topologyOf, unknownFor } from "./declare";

const lookedUp = unknownFor("looked up by a data source");

describe("what a data source looks up", () => {
  it("is an element of which nothing is guessed", () => {
    const topology = topologyOf(
      {},
      {
        data: {
          aws_lb: { shared: { name: "shared" } },
          aws_lb_target_group: { shared: { name: "web" } },
          aws_instance: { shared: { instance_id: "i-1" } },
          aws_security_group: { shared: { id: "sg-1" } },
          aws_subnet: { shared: { id: "subnet-1" } },
          aws_vpc: { shared: { default: true } },
        },
      },
    );
    const loadBalancer = only(topology.loadBalancers);
    expect(loadBalancer.address).toBe("data.aws_lb.shared");
    expect(loadBalancer.name).toBe("shared");
    const { accessLogs, connectionLogs, ...attributes } = loadBalancer.attributes;
    for (const value of [...Object.values(attributes), accessLogs.enabled, connectionLogs.enabled])
      expect(value).toEqual(lookedUp);
    expect(loadBalancer).toMatchObject({
      internal: lookedUp,
      ipAddressType: lookedUp,
      securityGroups: unknownFor(""),
    });
    const { healthCheck, attributes: rest } = only(topology.targetGroups);
    for (const value of Object.values({ ...healthCheck, ...rest.stickiness, ...rest.dnsFailover }))
      expect(isUnknown(value)).toBe(true);
    expect(only(topology.instances)).toMatchObject({
      zone: lookedUp,
      instanceType: lookedUp,
      securityGroups: lookedUp,
      userData: lookedUp,
    });
    expect(only(topology.securityGroups).rules).toEqual(lookedUp);
    expect(only(topology.subnets)).toMatchObject({ zone: lookedUp, cidr: lookedUp, vpc: lookedUp });
    expect(only(topology.vpcs).cidr).toEqual(lookedUp);
    expect(topology.ignored).toEqual([]);
  });

  it("can be linked to", () => {
    const { rules, listeners } = topologyOf(
      { aws_lb_listener_rule: { r: { listener_arn: "${data.aws_lb_listener.shared.arn}" } } },
      { data: { aws_lb_listener: { shared: { arn: "arn:aws:listener" } } } },
    );
    expect(only(rules).listener).toEqual({ address: "data.aws_lb_listener.shared" });
    expect(at(listeners, "data.aws_lb_listener.shared")).toMatchObject({
      port: lookedUp,
      protocol: lookedUp,
      loadBalancer: lookedUp,
      defaultActions: lookedUp,
    });
  });

  it("is ignored where it declares nothing, such as a zone or a role", () => {
    const data = { aws_availability_zones: { all: {} }, aws_ecs_service: { s: {} } };
    expect(topologyOf({}, { data }).ignored).toEqual([
      { address: "data.aws_availability_zones.all", type: "aws_availability_zones" },
      { address: "data.aws_ecs_service.s", type: "aws_ecs_service" },
    ]);
  });
});

it("everything that no part of the model stands for is listed", () => {
  const topology = topologyOf(
    { aws_lb: { a: {} }, aws_s3_bucket: { logs: {} }, null_resource: { n: { count: 2 } } },
    { module: { shop: { source: "./shop" } } },
  );
  expect(topology.ignored).toEqual([
    { address: "aws_s3_bucket.logs", type: "aws_s3_bucket" },
    { address: "null_resource.n[0]", type: "null_resource" },
    { address: "null_resource.n[1]", type: "null_resource" },
    { address: "module.shop", type: "module" },
  ]);
});
