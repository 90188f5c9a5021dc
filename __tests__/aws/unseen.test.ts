import { isUnknown } from "../../lab/topology";
import { describeAws } from "./support/describe-aws";
import { denial } from "./support/replies";

describeAws("what may not be seen", (deployed) => {
  /** The deployed topology where these calls are refused. */
  const without = async (...calls: readonly string[]) => {
    const { front, gather } = deployed();
    for (const call of calls) front.answers.set(call, ({ action }) => denial(action));
    const { deployed: topology } = await gather();
    if (topology === undefined) throw new Error("must have a topology, got none");
    return topology;
  };
  const notAllowed = (permission: string) => ({ unknown: `${permission} is not allowed` });

  test("attributes are unknown, where a default would be a guess", async () => {
    const { loadBalancers, targetGroups, listeners } = await without(
      "DescribeLoadBalancerAttributes",
      "DescribeTargetGroupAttributes",
      "DescribeListenerAttributes",
    );
    const reason = notAllowed("elasticloadbalancing:DescribeLoadBalancerAttributes");
    expect(loadBalancers[0]?.attributes).toMatchObject({
      idleTimeoutSeconds: reason,
      accessLogs: { enabled: reason },
    });
    const ofGroup = notAllowed("elasticloadbalancing:DescribeTargetGroupAttributes");
    expect(targetGroups[0]?.attributes).toMatchObject({
      slowStartSeconds: ofGroup,
      stickiness: { enabled: ofGroup },
    });
    expect(targetGroups[0]?.healthCheck.path).toBe("/health");
    expect(Object.values(listeners[0]?.attributes ?? {})).toEqual([
      notAllowed("elasticloadbalancing:DescribeListenerAttributes"),
    ]);
  });

  test("a listener has rules of which nobody can say how many there are and what they do", async () => {
    const { listeners, rules } = await without("DescribeRules");
    const reason = notAllowed("elasticloadbalancing:DescribeRules");
    expect(rules).toEqual([
      expect.objectContaining({
        listener: { address: listeners[0]?.address },
        instances: reason,
        conditions: reason,
        actions: reason,
      }),
    ]);
  });

  test("a load balancer has listeners of which nobody can say more", async () => {
    const { loadBalancers, listeners } = await without("DescribeListeners");
    const reason = notAllowed("elasticloadbalancing:DescribeListeners");
    expect(listeners).toEqual([
      expect.objectContaining({
        loadBalancer: { address: loadBalancers[0]?.address },
        instances: reason,
        port: reason,
        defaultActions: reason,
      }),
    ]);
  });

  test("a target group has targets of which nobody can say who they are", async () => {
    const { targetGroups, registrations } = await without("DescribeTargetHealth");
    const reason = notAllowed("elasticloadbalancing:DescribeTargetHealth");
    expect(registrations).toEqual([
      expect.objectContaining({
        group: { address: targetGroups[0]?.address },
        instances: reason,
        target: reason,
      }),
    ]);
  });

  test("a target group known by its ARN alone has a name and targets, and no health check is made up", async () => {
    const { targetGroups, registrations } = await without("DescribeTargetGroups");
    const reason = notAllowed("elasticloadbalancing:DescribeTargetGroups");
    expect(targetGroups).toEqual([
      expect.objectContaining({ name: "shop", port: reason, protocol: reason, targetType: reason }),
    ]);
    expect(targetGroups[0]?.healthCheck).toMatchObject({ path: reason, intervalSeconds: reason });
    expect(registrations.map(({ port }) => port)).toEqual([3000, 3000]);
  });

  test("the rules of security groups are unknown, and the groups themselves are not", async () => {
    const { securityGroups } = await without("DescribeSecurityGroupRules");
    expect(securityGroups.map(({ name, rules }) => [name, rules])).toEqual([
      ["shop", notAllowed("ec2:DescribeSecurityGroupRules")],
    ]);
  });

  test("user data is that of the launch template", async () => {
    const { instances } = await without("DescribeInstanceAttribute");
    expect(instances.map(({ userData }) => userData)).toEqual([
      expect.objectContaining({ text: "#!/bin/sh\necho hello\n" }),
      expect.objectContaining({ text: "#!/bin/sh\necho hello\n" }),
    ]);
  });

  test("user data is unknown where the launch template may not be seen either", async () => {
    const { instances } = await without("DescribeInstanceAttribute", "DescribeLaunchTemplateVersions");
    const reason = notAllowed("ec2:DescribeInstanceAttribute");
    expect(instances.map(({ userData }) => userData)).toEqual([reason, reason]);
  });

  test("the zones of a load balancer are known without its subnets", async () => {
    const { loadBalancers, subnets } = await without("DescribeSubnets");
    const zones = loadBalancers.flatMap((lb) => (isUnknown(lb.zones) ? [] : lb.zones));
    expect(new Set(zones)).toEqual(new Set(["ap-northeast-2a", "ap-northeast-2c"]));
    expect(subnets.every(({ cidr }) => isUnknown(cidr))).toBe(true);
  });

  test("a subnet whose routes nobody can see does not look like one without any", async () => {
    const { resources } = await without("DescribeRouteTables");
    const network = resources.filter(({ type }) => type === "aws_subnet" || type === "aws_vpc");
    expect(network.map(({ mode }) => mode)).toEqual(network.map(() => "data"));
    expect(network.length).toBe(3);
  });
});
