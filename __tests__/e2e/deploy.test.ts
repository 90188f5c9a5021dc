import { stripVTControlCharacters } from "node:util";
import { selectEnvironments } from "../../environments";
import { parseUserData } from "../../userdata";
import { type Answer, type Ask, attributes, awsClient, leftovers } from "./support/aws";
import { outputOf, type RunOptions } from "./support/child-process";
import { type Moto, startMoto } from "./support/moto";
import { ProjectCopy } from "./support/project-copy";
import { dummyAccount } from "./support/surroundings";
import { applyPlanned, emptyPlan, plannedChanges } from "./support/terraform";
import { describeWithTools } from "./support/tools";

jest.setTimeout(400_000);

const [dev] = selectEnvironments(["dev"]);
if (!dev) throw new Error("dev must be an environment, got nothing");
const shop = { name: "shop", pathPrefix: "/shop" };

/** The tests are the life of one deployment, in order. */
describeWithTools("dev", ["terraform", "aws-provider", "cdktf", "moto_server", "aws"], () => {
  let copy: ProjectCopy;
  let moto: Moto;
  let project: RunOptions;
  let stack: RunOptions;
  let ask: Ask;

  beforeAll(async () => {
    copy = new ProjectCopy();
    moto = await startMoto();
    const env = dummyAccount({ AWS_ENDPOINT_URL: moto.url });
    project = { cwd: copy.directory, env };
    stack = { cwd: copy.stack("dev"), env };
    ask = awsClient(project);
  });
  afterAll(async () => {
    await moto?.stop();
    copy?.remove();
  });

  /** A command of the README, as a person types it. */
  const npmRun = async (...words: string[]) =>
    stripVTControlCharacters(await outputOf("npm", ["run", ...words], project));

  test("is deployed by the CDKTF command line, which prints the address", async () => {
    const printed = await npmRun("deploy", "dev", "--", "--auto-approve");

    expect(printed).toContain("Apply complete!");
    expect(printed).toMatch(/url = http:\/\/dev-alb-\S+\.ap-northeast-2\.elb\.amazonaws\.com/);
  });

  test("has a load balancer over two zones that forwards port 80 to the one target group", async () => {
    const [balancer, ...others] = (await ask("elbv2 describe-load-balancers")).LoadBalancers;
    expect(others).toEqual([]);
    expect(balancer).toMatchObject({ Type: "application", State: { Code: "active" } });
    expect(balancer.Scheme).not.toBe("internal"); // the emulator names no other scheme
    expect(balancer.AvailabilityZones.map(({ ZoneName }: Answer) => ZoneName).sort()).toEqual(dev.zones);

    const byArn = ["--load-balancer-arn", balancer.LoadBalancerArn] as const;
    const settings = attributes(await ask("elbv2 describe-load-balancer-attributes", ...byArn));
    expect(settings).toMatchObject({
      "idle_timeout.timeout_seconds": `${dev.idleTimeoutSeconds}`,
      "routing.http.drop_invalid_header_fields.enabled": "true",
      "routing.http.desync_mitigation_mode": "defensive",
    });

    const [listener, ...noOther] = (await ask("elbv2 describe-listeners", ...byArn)).Listeners;
    expect(noOther).toEqual([]);
    expect(listener).toMatchObject({ Port: 80, Protocol: "HTTP" });
    const [rule, ...noRule] = (await ask("elbv2 describe-rules", "--listener-arn", listener.ListenerArn))
      .Rules;
    expect(noRule).toEqual([]);
    const [group] = (await ask("elbv2 describe-target-groups")).TargetGroups;
    expect(rule).toMatchObject({
      IsDefault: true,
      Actions: [{ Type: "forward", TargetGroupArn: group.TargetGroupArn }],
    });
  });

  test("has a target group on port 3000 whose health check has the values of the environment", async () => {
    const [group, ...others] = (await ask("elbv2 describe-target-groups")).TargetGroups;
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      TargetType: "instance",
      Port: 3000,
      Protocol: "HTTP",
      ProtocolVersion: "HTTP1",
      HealthCheckEnabled: true,
      HealthCheckProtocol: "HTTP",
      HealthCheckPort: "traffic-port",
      HealthCheckPath: "/health",
      HealthCheckIntervalSeconds: dev.healthCheck.intervalSeconds,
      HealthCheckTimeoutSeconds: dev.healthCheck.timeoutSeconds,
      HealthyThresholdCount: dev.healthCheck.healthyThreshold,
      UnhealthyThresholdCount: dev.healthCheck.unhealthyThreshold,
      Matcher: { HttpCode: "200" },
    });
    const byArn = ["--target-group-arn", group.TargetGroupArn] as const;
    expect(attributes(await ask("elbv2 describe-target-group-attributes", ...byArn))).toMatchObject({
      "deregistration_delay.timeout_seconds": `${dev.deregistrationDelaySeconds}`,
      "load_balancing.algorithm.type": "round_robin",
      "stickiness.enabled": "false",
      "slow_start.duration_seconds": "0",
    });
  });

  test("has two registered instances in distinct zones, which are told apart by their user data", async () => {
    const [group] = (await ask("elbv2 describe-target-groups")).TargetGroups;
    const health = await ask("elbv2 describe-target-health", "--target-group-arn", group.TargetGroupArn);
    const targets: Answer[] = health.TargetHealthDescriptions;
    expect(targets.map(({ Target, TargetHealth }) => [Target.Port, TargetHealth.State])).toEqual([
      [3000, "healthy"],
      [3000, "healthy"],
    ]);

    const ids: string[] = targets.map(({ Target }) => Target.Id);
    const found = await ask("ec2 describe-instances", "--instance-ids", ...ids);
    const instances: Answer[] = found.Reservations.flatMap(({ Instances }: Answer) => Instances);
    expect(instances.map(({ Placement }) => Placement.AvailabilityZone).sort()).toEqual(dev.zones);

    const servers = await Promise.all(ids.map((id) => settingsOf(ask, id)));
    expect(servers.map((server) => [server?.serverName, server?.first, server?.port]).sort()).toEqual([
      ["Server-1", true, 3000],
      ["Server-2", false, 3000],
    ]);
  });

  test("does not change when it is planned a second time", async () => {
    expect(await emptyPlan(stack)).toContain("No changes.");
    expect(await npmRun("diff", "dev")).toContain("No changes.");
  });

  test("plans exactly an inserted service's own resources, all of them new", async () => {
    copy.change("dev", { services: [shop, ...dev.services] });
    await npmRun("synth", "dev");
    const changes = await plannedChanges(stack);

    expect(changes.filter(({ actions }) => actions.join() !== "create")).toEqual([]);
    expect(changes.filter(({ address }) => !belongsToShop(address))).toEqual([]);
    const types = new Set(changes.map(({ address }) => address.split(".")[0]));
    expect([...types]).toEqual(
      expect.arrayContaining([
        "aws_instance",
        "aws_lb_target_group",
        "aws_lb_listener_rule",
        "aws_security_group",
      ]),
    );
    await applyPlanned(stack);
    await emptyPlan(stack);
  });

  test("routes the inserted service's path to its own target group", async () => {
    const [balancer] = (await ask("elbv2 describe-load-balancers")).LoadBalancers;
    const byArn = ["--load-balancer-arn", balancer.LoadBalancerArn] as const;
    const [listener] = (await ask("elbv2 describe-listeners", ...byArn)).Listeners;
    const { Rules } = await ask("elbv2 describe-rules", "--listener-arn", listener.ListenerArn);
    const [rule, ...others] = Rules.filter(({ IsDefault }: Answer) => !IsDefault);
    expect(others).toEqual([]);
    expect(rule.Conditions).toMatchObject([
      { Field: "path-pattern", PathPatternConfig: { Values: ["/shop", "/shop/*"] } },
    ]);
    const groups: Answer[] = (await ask("elbv2 describe-target-groups")).TargetGroups;
    const group = groups.find(({ TargetGroupArn }) => TargetGroupArn === rule.Actions[0].TargetGroupArn);
    expect(group.TargetGroupName).toMatch(/^dev-shop-/);
  });

  test("plans exactly a removed service's own resources, all of them gone", async () => {
    copy.change("dev", {});
    await npmRun("synth", "dev");
    const changes = await plannedChanges(stack);

    expect(changes).not.toEqual([]);
    expect(changes.filter(({ actions }) => actions.join() !== "delete")).toEqual([]);
    expect(changes.filter(({ address }) => !belongsToShop(address))).toEqual([]);
    await applyPlanned(stack);
    await emptyPlan(stack);
  });

  // G1, G2, M17
  test("moves to another port by a target group that is made before the old one goes", async () => {
    copy.change("dev", { services: dev.services.map((service) => ({ ...service, port: 3001 })) });
    await npmRun("synth", "dev");
    const changes = await plannedChanges(stack);

    const actionsOf = (type: string) =>
      changes.filter(({ address }) => address.startsWith(`${type}.`)).map(({ actions }) => actions.join());
    expect(actionsOf("aws_lb_target_group")).toEqual(["create,delete"]);
    expect(actionsOf("aws_lb_listener")).toEqual(["update"]);
    expect(actionsOf("aws_lb")).toEqual([]);
    await applyPlanned(stack);
    const groups: Answer[] = (await ask("elbv2 describe-target-groups")).TargetGroups;
    expect(groups.map(({ Port }) => Port)).toEqual([3001]);
    await emptyPlan(stack);
  });

  test("leaves nothing behind when it is destroyed", async () => {
    expect(await npmRun("destroy", "dev", "--", "--auto-approve")).toContain("Destroy complete!");

    for (const [kind, ids] of Object.entries(await leftovers(ask))) expect([kind, ids]).toEqual([kind, []]);
  });
});

function belongsToShop(address: string): boolean {
  return /\.(shop_|alb_https?_shop_rule_)/.test(address);
}

async function settingsOf(ask: Ask, instanceId: string) {
  const read = "ec2 describe-instance-attribute --attribute userData";
  const { UserData } = await ask(read, "--instance-id", instanceId);
  return parseUserData(UserData.Value).settings;
}
