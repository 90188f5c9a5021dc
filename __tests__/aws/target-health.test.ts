import { describeAws } from "./support/describe-aws";
import { rawCall, textIn } from "./support/raw-call";
import { type TargetReply, targetHealth } from "./support/replies";
import type { SmallLab } from "./support/small-lab";

/** Id of the fact, state, reason and description as AWS shows them. */
const standings: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
  ["H40", "healthy", undefined, undefined],
  ["H50", "initial", "Elb.RegistrationInProgress", "Target registration is in progress"],
  ["H51", "initial", "Elb.InitialHealthChecking", "Initial health checks in progress"],
  ["H52", "unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [503]"],
  ["H53", "unhealthy", "Target.Timeout", "Request timed out"],
  ["H54", "unhealthy", "Target.FailedHealthChecks", "Health checks failed"],
  ["H55", "unhealthy", "Elb.InternalError", "Health checks failed due to an internal error"],
  ["H55", "unavailable", "Elb.InternalError", "Health checks failed due to an internal error"],
  ["H56", "unused", "Target.NotRegistered", "Target is not registered to the target group"],
  [
    "H57",
    "unused",
    "Target.NotInUse",
    "Target group is not configured to receive traffic from the load balancer",
  ],
  ["H58", "unused", "Target.InvalidState", "Target is in the stopped state"],
  [
    "H59",
    "unused",
    "Target.IpUnusable",
    "The IP address cannot be used as a target, as it is in use by a load balancer",
  ],
  ["H60", "draining", "Target.DeregistrationInProgress", "Target deregistration is in progress"],
  ["H61", "unavailable", "Target.HealthCheckDisabled", "Health checks are disabled"],
];

describeAws("the health of targets", (deployed) => {
  const one = (id: string, standing: Omit<TargetReply, "id" | "port">): TargetReply => ({
    id,
    port: 3000,
    ...standing,
  });

  test.each(standings)(
    "[%s] %s is told with its reason (%s) and description as AWS says them",
    async (_, state, reason, description) => {
      const { front, lab, gather } = deployed();
      const [first] = lab.instances;
      const standing = { state, ...(reason && { reason }), ...(description && { description }) };
      front.answers.set("DescribeTargetHealth", targetHealth([one(first, standing)]));

      const { targets } = await gather();

      expect(targets).toEqual([
        expect.objectContaining({ groupName: "shop", id: first, port: 3000, name: "shop-1", ...standing }),
      ]);
      expect("reason" in (targets[0] ?? {})).toBe(reason !== undefined);
    },
  );

  // H60
  test.each(["Target.DeregistrationInProgress", "Target.NotRegistered"])(
    "a target with the reason %s is seen, but is no registration any more",
    async (reason) => {
      const { front, lab, gather } = deployed();
      const [first, second] = lab.instances;
      const left = one(first, { state: reason === "Target.NotRegistered" ? "unused" : "draining", reason });
      front.answers.set("DescribeTargetHealth", targetHealth([left, one(second, { state: "healthy" })]));

      const { targets, deployed: topology } = await gather();

      expect(targets.map(({ id }) => id)).toEqual([first, second]);
      expect(topology?.registrations.map(({ target }) => target)).toEqual([
        { address: `aws_instance.${second}` },
      ]);
    },
  );

  test("each target says where its machine is, since when it runs and in which state it is", async () => {
    const { gather, lab } = deployed();
    const { targets, atMs } = await gather();

    expect(atMs).toBe(1_000);
    expect(targets.map(({ id, zone, machine }) => [id, zone, machine])).toEqual([
      [lab.instances[0], "ap-northeast-2a", "running"],
      [lab.instances[1], "ap-northeast-2c", "running"],
    ]);
    for (const { launchedAtMs } of targets) expect(launchedAtMs).toBeGreaterThan(Date.UTC(2020, 0));
  });

  test("a state that only targets of other load balancers have is not taken for one of these", async () => {
    const { front, gather, lab } = deployed();
    const answer = targetHealth([one(lab.instances[0], { state: "unhealthy.draining" })]);
    front.answers.set("DescribeTargetHealth", answer);

    expect((await gather()).targets).toEqual([]);
  });

  test("a target that is an address is told by the machine that has the address", async () => {
    const { gather, lab } = deployed();
    const first = (await gather()).deployed?.instances.find(({ name }) => name === "shop-1");
    const address = String(first?.privateIp);
    await registerAddress(deployed().emulator, lab, address);

    const { targets } = await gather();

    expect(targets.filter(({ groupName }) => groupName === "addresses")).toEqual([
      expect.objectContaining({ id: address, name: "shop-1", machine: "running" }),
    ]);
  });
});

/** A target group of addresses that a rule forwards to. */
async function registerAddress(url: string, { vpcId, listenerArn }: SmallLab, address: string) {
  const elb = (Action: string, parameters: Readonly<Record<string, string>>) =>
    rawCall(url, "elasticloadbalancing", { Action, ...parameters });
  const group = { Name: "addresses", Protocol: "HTTP", Port: "3000", VpcId: vpcId, TargetType: "ip" };
  const TargetGroupArn = textIn(await elb("CreateTargetGroup", group), "TargetGroupArn");
  await elb("RegisterTargets", { TargetGroupArn, "Targets.member.1.Id": address });
  await elb("CreateRule", {
    ListenerArn: listenerArn,
    Priority: "7",
    "Conditions.member.1.Field": "path-pattern",
    "Conditions.member.1.PathPatternConfig.Values.member.1": "/addresses",
    "Actions.member.1.Type": "forward",
    "Actions.member.1.TargetGroupArn": TargetGroupArn,
  });
}
