import { join } from "node:path";
import { App } from "cdktf";
import { LabStack } from "../../constructs";
import { selectEnvironments } from "../../environments";
import { gatherFromAws } from "../../lab/aws";
import type { Evidence } from "../../lab/doctor";
import { parseTopology, readTopology, type Topology } from "../../lab/topology";
import { outputOf, type RunOptions } from "../e2e/support/child-process";
import { addEveryRoute } from "../e2e/support/every-route";
import { type Moto, startMoto } from "../e2e/support/moto";
import { ProjectCopy } from "../e2e/support/project-copy";
import { dummyAccount } from "../e2e/support/surroundings";
import { applyPlanned, initialize, plannedChanges } from "../e2e/support/terraform";
import { describeWithTools } from "../e2e/support/tools";
import { useDummyAccount } from "./support/account";
import { rawCall, requestCertificate, textIn } from "./support/raw-call";

jest.setTimeout(400_000);

/** Everything in a topology that the model has a word for. */
const parts = [
  "source",
  "loadBalancers",
  "listeners",
  "rules",
  "targetGroups",
  "registrations",
  "instances",
  "autoScalingGroups",
  "securityGroups",
  "vpcs",
  "subnets",
] as const satisfies readonly (keyof Topology)[];

/** The tests are the life of one deployment, in order. */
describeWithTools(
  "a lab with HTTPS and every kind of route, deployed by Terraform",
  ["terraform", "aws-provider", "moto_server"],
  () => {
    let copy: ProjectCopy;
    let moto: Moto;
    let stack: RunOptions;
    let state: Topology;
    let declared: Topology;

    beforeAll(async () => {
      useDummyAccount();
      copy = new ProjectCopy();
      moto = await startMoto();
      stack = { cwd: copy.stack("dev"), env: dummyAccount({ AWS_ENDPOINT_URL: moto.url }) };
      synthesize(copy, await requestCertificate(moto.url, "shop.example.com"));
      await initialize(stack);
      await plannedChanges(stack);
      await applyPlanned(stack);
      // read back by the provider, which then knows what AWS has filled in
      await outputOf("terraform", ["apply", "-refresh-only", "-auto-approve", "-no-color"], stack);
      state = parseTopology(await outputOf("terraform", ["show", "-json"], stack));
      declared = readTopology(stack.cwd);
    });
    afterAll(async () => {
      await moto?.stop();
      copy?.remove();
    });

    const gather = async (options: { readonly declared?: Topology } = {}) => {
      const evidence = await gatherFromAws({ endpoint: moto.url, region: "ap-northeast-2", ...options });
      return { evidence, topology: topologyIn(evidence) };
    };

    test.each(parts)(
      "is gathered as Terraform records it, under the declared addresses: %s",
      async (part) => {
        const { evidence, topology } = await gather({ declared });
        expect(evidence.gaps).toEqual([]);
        expect(topology[part]).toEqual(state[part]);
        if (part !== "autoScalingGroups") expect(Object.keys(state[part]).length).toBeGreaterThan(0);
      },
    );

    test("is gathered as Terraform records it where the state is what is declared", async () => {
      const { topology } = await gather({ declared: state });
      for (const part of parts) expect(topology[part]).toEqual(state[part]);
    });

    test("has routes, their tables and gateways under the declared addresses too", async () => {
      const { topology } = await gather({ declared });
      const addresses = (of: Topology) =>
        of.resources.flatMap(({ address, type }) =>
          /^aws_(route|internet_gateway|lb)/.test(type) ? [address] : [],
        );
      expect(addresses(topology)).toEqual(expect.arrayContaining(addresses(state)));
      const [route] = topology.resources.filter(({ type }) => type === "aws_route");
      const [gateway] = topology.resources.filter(({ type }) => type === "aws_internet_gateway");
      expect(route?.link("gateway_id")).toEqual({ address: gateway?.address });
    });

    test("has targets that name what declares them", async () => {
      const { evidence } = await gather({ declared });
      const named = evidence.targets.map(({ groupAddress, address, port }) => ({
        groupAddress,
        address,
        port,
      }));
      expect(named).toEqual(
        expect.arrayContaining(
          state.registrations.map(({ group, target, port }) => ({
            groupAddress: addressOf(group),
            address: addressOf(target),
            port,
          })),
        ),
      );
      expect(named.length).toBe(state.registrations.length);
    });

    test("is the same lab under names of its own where nothing declares it", async () => {
      const { topology, evidence } = await gather();
      expect(topology.loadBalancers.map(({ address }) => address)).toEqual([
        `aws_lb.${String(state.loadBalancers[0]?.name)}`,
      ]);
      const shape = ({ rules, targetGroups, instances }: Topology) => ({
        rules: rules.map(({ priority, conditions }) => JSON.stringify([priority, conditions])).sort(),
        groups: targetGroups.map(({ name, healthCheck }) => JSON.stringify([name, healthCheck])).sort(),
        servers: instances.map(({ userData }) => JSON.stringify(userData)).sort(),
      });
      const inUse = new Set(topology.targetGroups.map(({ name }) => name));
      const used = { ...state, targetGroups: state.targetGroups.filter(({ name }) => inUse.has(name)) };
      expect(shape(topology)).toEqual(shape(used));
      expect(evidence.targets.every(({ groupAddress }) => groupAddress === undefined)).toBe(true);
    });

    test("shows what somebody has changed by hand, and only that", async () => {
      const group = state.securityGroups.find(({ address }) => address.includes(".alb_"));
      const id = String(state.resources.find(({ address }) => address === group?.address)?.value("id"));
      const opened = await rawCall(moto.url, "ec2", {
        Action: "AuthorizeSecurityGroupIngress",
        GroupId: id,
        "IpPermissions.1.IpProtocol": "tcp",
        "IpPermissions.1.FromPort": "22",
        "IpPermissions.1.ToPort": "22",
        "IpPermissions.1.IpRanges.1.CidrIp": "0.0.0.0/0",
      });
      const ruleId = textIn(opened, "securityGroupRuleId");

      const { topology } = await gather({ declared });

      for (const part of parts.filter((name) => name !== "securityGroups"))
        expect(topology[part]).toEqual(state[part]);
      const rulesOf = (of: Topology) =>
        of.securityGroups.flatMap(({ rules }) => ("unknown" in rules ? [] : rules));
      const added = rulesOf(topology).filter(
        (rule) => !rulesOf(state).some((other) => JSON.stringify(other) === JSON.stringify(rule)),
      );
      expect(added).toMatchObject([
        {
          address: `aws_vpc_security_group_ingress_rule.${ruleId}`,
          fromPort: 22,
          peer: { cidr: "0.0.0.0/0" },
        },
      ]);
      expect(rulesOf(topology).length).toBe(rulesOf(state).length + 1);
    });
  },
);

/** What `npm run synth dev` writes, with HTTPS and routes that no environment has all of. */
function synthesize(copy: ProjectCopy, certificateArn: string): void {
  const [dev] = selectEnvironments(["dev"]);
  if (dev === undefined) throw new Error("dev must be an environment, got nothing");
  const app = new App({ outdir: join(copy.directory, "cdktf.out") });
  const lab = new LabStack(app, "dev", { ...dev, https: { certificateArn } });
  lab.addOverride("terraform.backend.local.path", copy.stateFile("dev"));
  addEveryRoute(lab);
  app.synth();
}

function topologyIn({ deployed }: Evidence): Topology {
  if (deployed === undefined) throw new Error("must have a deployed topology, got none");
  return deployed;
}

function addressOf(link: object): string | undefined {
  return "address" in link ? String(link.address) : undefined;
}
