import { tmpdir } from "node:os";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import {
  AlbWithTargetGroup,
  type AlbWithTargetGroupProps,
  ConfigurationError,
  LabNetwork,
  type LabNetworkProps,
  LabStack,
  type Network,
  type Problem,
} from "../../constructs";
import {
  type EnvironmentName,
  type EnvironmentSettings,
  environments,
  selectEnvironments,
} from "../../environments";
import { SynthesizedStack } from "./synthesized-stack";

/** A stack with a provider, in no environment. Nothing is written: the output directory is never used. */
export function emptyStack(name = "lab"): TerraformStack {
  const stack = new TerraformStack(Testing.app({ outdir: tmpdir() }), name);
  new AwsProvider(stack, "aws", { region: "ap-northeast-2" });
  return stack;
}

/** What constructs declare in a stack of their own. */
export function synthesize(declare: (stack: TerraformStack) => void, name?: string): SynthesizedStack {
  const stack = emptyStack(name);
  declare(stack);
  return new SynthesizedStack(Testing.synth(stack));
}

/** The problems that constructs are refused for; none when they synthesize. */
export function problemsIn(declare: (stack: TerraformStack) => void): readonly Problem[] {
  try {
    synthesize(declare);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

/** Ids of {@link problemsIn}, in order. */
export function problemIdsIn(declare: (stack: TerraformStack) => void): string[] {
  return problemsIn(declare).map(({ id }) => id);
}

/** A network that exists already: it adds no resources. */
export function existingNetwork(stack: TerraformStack): Network {
  return LabNetwork.fromExisting(stack, "network", {
    vpcId: "vpc-0123456789abcdef0",
    publicSubnets: [
      { zone: "ap-northeast-2a", subnetId: "subnet-0aaaaaaaaaaaaaaaa" },
      { zone: "ap-northeast-2c", subnetId: "subnet-0cccccccccccccccc" },
    ],
  });
}

/** A network of its own over two zones. */
export function madeNetwork(stack: TerraformStack, props: Partial<LabNetworkProps> = {}): LabNetwork {
  return new LabNetwork(stack, "network", { zones: ["ap-northeast-2a", "ap-northeast-2c"], ...props });
}

/** A load balancer in an existing network. */
export function albIn(
  stack: TerraformStack,
  props: Partial<AlbWithTargetGroupProps> = {},
): AlbWithTargetGroup {
  return new AlbWithTargetGroup(stack, "alb", { ...props, network: props.network ?? existingNetwork(stack) });
}

/** The stack of an environment, with changes to what its file says. */
export function synthesizeLab(
  name: EnvironmentName,
  changes: Partial<EnvironmentSettings> = {},
): SynthesizedStack {
  const [environment] = selectEnvironments([name], {
    ...environments,
    [name]: { ...environments[name], ...changes },
  });
  if (!environment) throw new Error(`expected an environment, got none named ${name}`);
  return new SynthesizedStack(
    Testing.synth(new LabStack(Testing.app({ outdir: tmpdir() }), name, environment)),
  );
}

/** Prod as a team deploys it: nothing that only the team knows is left open. */
export function synthesizeTeamProd(): SynthesizedStack {
  return synthesizeLab("prod", {
    account: "210987654321",
    https: { domainName: "lab.team.dev", hostedZoneId: "Z2FDTNDATAQYW2" },
    stateBucket: { bucket: "team-terraform-state" },
  });
}
