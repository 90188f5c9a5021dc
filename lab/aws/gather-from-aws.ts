import type { Evidence } from "../doctor";
import type { Topology } from "../topology";
import { Ask } from "./asking/ask";
import { loadSdk, type Sdk } from "./asking/load-sdk";
import { deployedTopology } from "./deployed";
import { identify } from "./matching/address";
import { matchDeclared } from "./matching/match";
import { withoutStrangers } from "./matching/without-strangers";
import { optional } from "./optional";
import { readConsoles } from "./seen/read-consoles";
import { type Deployment, readDeployment } from "./seen/read-deployment";
import { statesOf } from "./state/states-of";
import { seenTargets } from "./targets/seen-targets";

export interface GatherOptions {
  /**
   * What was meant. Its region, and the names and tags of its load balancers, say where to look and for which
   * one.
   */
  readonly declared?: Topology;
  /**
   * Name or ARN of the load balancer, whatever is declared.
   * @default what `declared` names; else the only one there is
   */
  readonly loadBalancerName?: string;
  /** @default that of `declared`; else AWS_REGION, AWS_DEFAULT_REGION, or what the profile says */
  readonly region?: string;
  /** URL that answers in place of AWS, such as an emulator's. @default AWS_ENDPOINT_URL; else AWS itself */
  readonly endpoint?: string;
  /**
   * Reads the cloud-init log on the machines of targets that do not serve, through Session Manager. That runs
   * a command there, `tail` of one file, which changes nothing but is noted in the account's log.
   * @default false
   */
  readonly runCommands?: boolean;
  /**
   * Is told every call before it is made, as the permission that it takes and what it is about.
   * @default nobody is told
   */
  readonly log?: (line: string) => void;
  /** Milliseconds since 1970. @default the clock of this machine */
  readonly now?: () => number;
}

/**
 * Everything that AWS says about a deployment and its targets. Read-only: only Describe and Get calls are
 * made, besides what `runCommands` allows. What may not be seen becomes a gap that names the permission, and
 * the rest is gathered all the same.
 *
 * Console output and logs are passed on as they are, the last 200 lines and 64 KiB at most, and only of
 * machines whose target is not healthy. Where not even the load balancer may be seen, `deployed` is absent.
 *
 * @throws AwsError when AWS cannot be asked or the load balancer is not there; the message is one line
 */
export async function gatherFromAws(options: GatherOptions): Promise<Evidence> {
  const { declared, endpoint, runCommands = false, log = () => {}, now = Date.now } = options;
  const region =
    options.region ?? declared?.source.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  const sdk = await loadSdk({
    ...optional("region", region),
    ...optional("endpoint", endpoint),
    runCommands,
  });
  const where = region === undefined ? "in the region of the profile" : `in ${region}`;
  const ask = new Ask(where, log);
  try {
    const atMs = now();
    const deployment = await readDeployment(sdk, ask, options, where);
    return { ...(await evidenceOf(sdk, ask, deployment, declared)), atMs };
  } finally {
    sdk.close();
  }
}

async function evidenceOf(
  sdk: Sdk,
  ask: Ask,
  { balancing, machines, network, isBalancerSeen }: Deployment,
  declared: Topology | undefined,
): Promise<Omit<Evidence, "atMs">> {
  const consoles = await readConsoles(sdk, ask, balancing.targetGroups, machines);
  const states = statesOf(balancing, network, machines);
  const matches = matchDeclared(states, declared);
  const addresses = new Map(
    [...matches].flatMap(([{ values }, { address }]) =>
      typeof values.id === "string" ? [[values.id, address] as const] : [],
    ),
  );
  const identified = identify(withoutStrangers(states, matches), matches, declared);
  return {
    source: "aws",
    ...optional("declared", declared),
    ...optional("deployed", isBalancerSeen ? deployedTopology(identified, ask) : undefined),
    targets: balancing.targetGroups.flatMap((group) => seenTargets(group, { machines, consoles, addresses })),
    requests: [],
    gaps: ask.gaps(),
  };
}
