import { type GatherOptions, requiredPermissions } from "../../lab/aws";
import { parseTopology, type Topology } from "../../lab/topology";
import { type DeployedLab, describeAws } from "./support/describe-aws";
import { denial, errorReply, targetHealth } from "./support/replies";
import { addHttpsListener } from "./support/small-lab";

/** Leaves the name of the load balancer to AWS, so that its tags have to say which one it is. */
const declared = parseTopology(
  JSON.stringify({ resource: { aws_lb: { main: { tags: { Environment: "shop" } } } } }),
);
const everything: GatherOptions = { loadBalancerName: undefined, declared, runCommands: true };

/** Has every call made: one that only takes the place of another needs that one to be refused. */
function stage({ front, lab }: DeployedLab, denied: string): void {
  const [id] = lab.instances;
  front.answers.set("DescribeTargetHealth", targetHealth([{ id, port: 3000, state: "unhealthy" }]));
  if (denied === "DescribeLaunchTemplateVersions")
    front.answers.set("DescribeInstanceAttribute", ({ action }) => denial(action));
  if (denied !== "") front.answers.set(denied, ({ action }) => denial(action));
}

describeAws("permissions", (deployed) => {
  beforeAll(() => addHttpsListener(deployed().emulator, deployed().lab));

  test("those that are listed are those of the calls that are made, and of no other", async () => {
    stage(deployed(), "DescribeLaunchTemplateVersions");
    await deployed().gather(everything);
    deployed().front.answers.delete("DescribeLaunchTemplateVersions");
    await deployed().gather(everything);

    const made = new Set(deployed().front.asked.map(({ action }) => action));
    const listed = requiredPermissions.map(({ permission }) => permission.split(":")[1]);
    expect([...made].sort()).toEqual(listed.sort());
    for (const action of made) expect(action).toMatch(/^(Describe|Get)|^SendCommand$/);
  });

  test("only those that a command takes are not asked for where no command may be run", async () => {
    stage(deployed(), "DescribeLaunchTemplateVersions");
    await deployed().gather({ ...everything, runCommands: undefined });

    const made = new Set(deployed().front.asked.map(({ action }) => action));
    const unused = requiredPermissions.filter(({ permission }) => !made.has(permission.split(":")[1] ?? ""));
    expect(unused).toEqual(requiredPermissions.filter(({ onlyWithCommands }) => onlyWithCommands));
    expect(unused.length).toBeGreaterThan(0);
  });

  test.each(requiredPermissions.map(({ permission, what }) => [permission, what] as const))(
    "without %s there is one gap, which names it and %s, and the rest is gathered",
    async (permission, what) => {
      const call = permission.split(":")[1] ?? "";
      stage(deployed(), call);
      const byName = call === "DescribeLoadBalancers" ? { declared: named } : {};
      const { gaps, targets, deployed: topology } = await deployed().gather({ ...everything, ...byName });

      const own = gaps.filter(({ why }) => why === `${permission} is not allowed`);
      expect(own).toEqual([
        { what: expect.stringMatching(new RegExp(`^${what}(: .+)?$`)), why: expect.any(String) },
      ]);
      expect(gaps.length).toBe(call === "DescribeLaunchTemplateVersions" ? 2 : 1);
      expect(targets.length).toBe(call === "DescribeTargetHealth" ? 0 : 1);
      expect(topology === undefined).toBe(call === "DescribeLoadBalancers");
    },
  );

  test("every call is told as its permission before it is made", async () => {
    const told: string[] = [];
    await deployed().gather({ log: (line) => told.push(line.split(" ")[0] ?? "") });

    const made = deployed().front.asked.map(({ action }) => action);
    expect(told.map((permission) => permission.split(":")[1]).sort()).toEqual(made.sort());
  });

  test("a gap says of which load balancers, groups or machines something is missing", async () => {
    const { front, gather, lab } = deployed();
    for (const call of ["DescribeRules", "DescribeInstanceAttribute"])
      front.answers.set(call, ({ action }) => denial(action));
    const { gaps } = await gather();

    expect(gaps).toEqual([
      { what: "rules: shop:443, shop:80", why: "elasticloadbalancing:DescribeRules is not allowed" },
      {
        what: `user data of instances: ${[...lab.instances].sort().join(", ")}`,
        why: "ec2:DescribeInstanceAttribute is not allowed",
      },
    ]);
  });

  test("a call that fails for another reason is a gap with the name of that, and none of its text", async () => {
    const { front, gather, lab } = deployed();
    const text = "key AKIAIOSFODNN7EXAMPLE";
    front.answers.set("DescribeNetworkAcls", ({ action }) =>
      errorReply(action, "InvalidParameterValue", text),
    );
    expect((await gather()).gaps).toEqual([
      { what: `network ACLs: ${lab.vpcId}`, why: "ec2:DescribeNetworkAcls failed: InvalidParameterValue" },
    ]);
  });
});

const named: Topology = parseTopology(
  JSON.stringify({
    resource: { aws_lb: { main: { name: "shop" } }, aws_lb_target_group: { main: { name: "shop" } } },
  }),
);
