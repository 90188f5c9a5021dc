import { join } from "node:path";
import { App } from "cdktf";
import { LabStack } from "../../constructs";
import { type EnvironmentSettings, environments, selectEnvironments } from "../../environments";
import { type Answer, type Ask, attributes, awsClient, leftovers } from "./support/aws";
import { outputOf, type RunOptions } from "./support/child-process";
import { addEveryRoute } from "./support/every-route";
import { type Moto, startMoto } from "./support/moto";
import { ProjectCopy } from "./support/project-copy";
import { dummyAccount } from "./support/surroundings";
import { applyPlanned, type Change, emptyPlan, initialize, plannedChanges } from "./support/terraform";
import { describeWithTools } from "./support/tools";

jest.setTimeout(400_000);

const domainName = "lab.team.dev";

/** The tests are the life of one deployment, in order, by Terraform alone. */
describeWithTools("prod with a domain", ["terraform", "aws-provider", "moto_server", "aws"], () => {
  let copy: ProjectCopy;
  let moto: Moto;
  let stack: RunOptions;
  let ask: Ask;
  let hostedZoneId: string;
  let routes: readonly Change[] = [];
  let settings: Partial<EnvironmentSettings>;

  beforeAll(async () => {
    copy = new ProjectCopy();
    moto = await startMoto();
    const env = dummyAccount({ AWS_ENDPOINT_URL: moto.url });
    stack = { cwd: copy.stack("prod"), env };
    ask = awsClient({ cwd: copy.directory, env });
    hostedZoneId = await createHostedZone(ask, moto.url);
    settings = {
      account: "123456789012",
      https: { domainName, hostedZoneId },
      // the emulator answers MonitorInstances with 500 and drops DisableApiTermination of RunInstances
      detailedMonitoring: false,
      instanceTerminationProtection: false,
    };
    await synthesize(settings);
    await initialize(stack);
  });
  afterAll(async () => {
    await moto?.stop();
    copy?.remove();
  });

  const synthesize = async (changes: Partial<EnvironmentSettings>) => {
    copy.change("prod", changes);
    await outputOf("npm", ["run", "synth", "prod"], { ...stack, cwd: copy.directory });
  };

  test("is applied, and does not change when it is planned a second time", async () => {
    await plannedChanges(stack);
    await applyPlanned(stack);

    expect(await emptyPlan(stack)).toContain("No changes.");
  });

  test("serves HTTPS with the domain's certificate and sends port 80 there", async () => {
    const { Listeners } = await ask(
      "elbv2 describe-listeners",
      "--load-balancer-arn",
      await balancerArn(ask),
    );
    const [http, https] = Listeners.sort((one: Answer, other: Answer) => one.Port - other.Port);
    expect(http).toMatchObject({
      Port: 80,
      DefaultActions: [
        { Type: "redirect", RedirectConfig: { Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" } },
      ],
    });
    expect(https).toMatchObject({
      Port: 443,
      Protocol: "HTTPS",
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    });
    const [{ CertificateArn }] = https.Certificates;
    const { Certificate } = await ask("acm describe-certificate", "--certificate-arn", CertificateArn);
    expect(Certificate).toMatchObject({ DomainName: domainName, Status: "ISSUED" });

    const { Rules } = await ask("elbv2 describe-rules", "--listener-arn", https.ListenerArn);
    const own = Rules.filter(({ IsDefault }: Answer) => !IsDefault); // M26
    expect(own).toMatchObject([{ Conditions: [{ PathPatternConfig: { Values: ["/api", "/api/*"] } }] }]);
  });

  test("answers to the domain's name", async () => {
    const [balancer] = (await ask("elbv2 describe-load-balancers")).LoadBalancers;
    const { ResourceRecordSets } = await ask(
      "route53 list-resource-record-sets",
      "--hosted-zone-id",
      hostedZoneId,
    );
    const alias = ResourceRecordSets.find(
      ({ Name, Type }: Answer) => Name === `${domainName}.` && Type === "A",
    );
    expect(alias.AliasTarget.DNSName).toMatch(new RegExp(`^(dualstack\\.)?${balancer.DNSName}\\.?$`));
  });

  test("is protected, and writes its access logs to a private bucket", async () => {
    const byArn = ["--load-balancer-arn", await balancerArn(ask)] as const;
    const values = attributes(await ask("elbv2 describe-load-balancer-attributes", ...byArn));
    expect(values).toMatchObject({ "deletion_protection.enabled": "true", "access_logs.s3.enabled": "true" });
    const bucket = values["access_logs.s3.bucket"] ?? "";
    const { PublicAccessBlockConfiguration } = await ask("s3api get-public-access-block", "--bucket", bucket);
    expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    const { Policy } = await ask("s3api get-bucket-policy", "--bucket", bucket);
    expect(Policy).toContain("/AWSLogs/123456789012/*"); // G28
  });

  test("has private instances only, one in each zone for each service", async () => {
    const { Reservations } = await ask("ec2 describe-instances");
    const instances: Answer[] = Reservations.flatMap(({ Instances }: Answer) => Instances);
    expect(instances.map(({ PublicIpAddress }) => PublicIpAddress).filter(Boolean)).toEqual([]);
    const zones = instances.map(({ Placement }) => Placement.AvailabilityZone).sort();
    expect(zones).toEqual(
      environments.prod.zones.flatMap((zone) => environments.prod.services.map(() => zone)).sort(),
    );
  });

  // G23
  test("takes every kind of route, and does not change when that is planned a second time", async () => {
    const [environment] = selectEnvironments(["prod"], {
      ...environments,
      prod: { ...environments.prod, ...settings },
    });
    if (!environment) throw new Error("prod must be an environment, got nothing");
    const app = new App({ outdir: join(copy.directory, "cdktf.out") });
    const lab = new LabStack(app, "prod", environment);
    lab.addOverride("terraform.backend.local.path", copy.stateFile("prod"));
    addEveryRoute(lab);
    app.synth();

    routes = await plannedChanges(stack);
    expect(routes.filter(({ actions }) => actions.join() !== "create")).toEqual([]);
    await applyPlanned(stack);
    await emptyPlan(stack);
  });

  // G31
  test("loses its protection when it retires, and leaves nothing behind when it is destroyed", async () => {
    await synthesize({ ...settings, retiring: true });
    const changes = await plannedChanges(stack);
    expect(changes).toContainEqual({ address: expect.stringMatching(/^aws_lb\./), actions: ["update"] });
    const others = changes.filter(({ actions }) => actions.join() !== "update");
    expect(others).toEqual(routes.map(({ address }) => ({ address, actions: ["delete"] })));
    await applyPlanned(stack);

    await outputOf("terraform", ["destroy", "-no-color", "-auto-approve"], stack);
    for (const [kind, ids] of Object.entries(await leftovers(ask))) expect([kind, ids]).toEqual([kind, []]);
    expect((await ask("s3api list-buckets")).Buckets).toEqual([]);
    expect((await ask("logs describe-log-groups")).logGroups).toEqual([]);
    expect((await ask("acm list-certificates")).CertificateSummaryList).toEqual([]);
    const gateways = await ask(
      "ec2 describe-nat-gateways",
      "--filter",
      "Name=state,Values=pending,available",
    );
    expect(gateways.NatGateways).toEqual([]);
  });
});

async function balancerArn(ask: Ask): Promise<string> {
  const [balancer] = (await ask("elbv2 describe-load-balancers")).LoadBalancers;
  return balancer.LoadBalancerArn;
}

/** The emulator's ids are random, and AWS's start with Z: seeds are tried until one gives such an id. */
async function createHostedZone(ask: Ask, url: string): Promise<string> {
  for (let seed = 88; seed < 130; seed += 1) {
    await fetch(`${url}/moto-api/seed?a=${seed}`, { method: "POST" });
    const zone = ["--name", "team.dev", "--caller-reference", `seed-${seed}`] as const;
    const { HostedZone } = await ask("route53 create-hosted-zone", ...zone);
    const id = HostedZone.Id.replace("/hostedzone/", "");
    if (id.startsWith("Z")) return id;
  }
  throw new Error(
    "moto_server: must make a hosted zone whose id starts with Z, got none of 42; try other seeds",
  );
}
