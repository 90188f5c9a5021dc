import type { Instance } from "@aws-sdk/client-ec2";
import type { Topology } from "../../topology";
import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { blockSide } from "../matching/side";
import { optional } from "../optional";
import { readFiltered } from "./read-network";
import type { SeenMachine, SeenTargetGroup } from "./seen";

/**
 * The instances behind registered targets, and those that are declared: one that is nowhere registered is
 * worth seeing. They are asked for by filters, because a call that names one that is gone tells nothing of
 * the others.
 */
export async function readMachines(
  sdk: Sdk,
  ask: Ask,
  groups: readonly SeenTargetGroup[],
  declared: Topology | undefined,
): Promise<readonly SeenMachine[]> {
  const targets = groups.flatMap(({ facts, health = [] }) =>
    health.flatMap(({ Target }) => (Target?.Id ? [{ id: Target.Id, type: facts.TargetType }] : [])),
  );
  const isInstance = ({ id, type }: (typeof targets)[number]) => type === "instance" || id.startsWith("i-");
  const addresses = targets.filter(({ type }) => type === "ip").map(({ id }) => id);
  const found = await Promise.all([
    instancesBy(sdk, ask, "instance-id", [
      ...targets.filter(isInstance).map(({ id }) => id),
      ...declaredTexts(declared, "id"),
    ]),
    instancesBy(sdk, ask, "network-interface.addresses.private-ip-address", addresses),
    instancesBy(sdk, ask, "tag:Name", declaredTexts(declared, "tags", "Name")),
  ]);
  const registered = new Set(targets.map(({ id }) => id));
  const byId = new Map(
    found
      .flat()
      // a name outlives an instance that is replaced
      .filter(({ InstanceId = "", State }) => registered.has(InstanceId) || State?.Name !== "terminated")
      .map((facts) => [facts.InstanceId, facts]),
  );
  return Promise.all([...byId.values()].map((facts) => readMachine(sdk, ask, facts)));
}

async function instancesBy(sdk: Sdk, ask: Ask, filter: string, values: readonly string[]) {
  const reservations = await readFiltered(ask, {
    call: "DescribeInstances",
    filter,
    values: [...new Set(values)],
    pages: (Filters) => sdk.ec2.paginateDescribeInstances({ Filters }),
    items: (page) => page.Reservations,
  });
  return reservations.flatMap(({ Instances = [] }) => Instances);
}

function declaredTexts(declared: Topology | undefined, ...path: readonly string[]): readonly string[] {
  const addresses = new Set(declared?.instances.map(({ address }) => address));
  return (declared?.resources ?? [])
    .filter(({ address }) => addresses.has(address))
    .flatMap((resource) => blockSide(resource).text(...path) ?? []);
}

async function readMachine(sdk: Sdk, ask: Ask, facts: Instance): Promise<SeenMachine> {
  // what is terminated has none any more
  const isGone = facts.State?.Name === "terminated" || facts.State?.Name === "shutting-down";
  return { facts, ...optional("userData", isGone ? undefined : await readUserData(sdk, ask, facts)) };
}

async function readUserData(sdk: Sdk, ask: Ask, facts: Instance): Promise<SeenMachine["userData"]> {
  const InstanceId = facts.InstanceId ?? "";
  const answer = await ask.one("DescribeInstanceAttribute", InstanceId, () =>
    sdk.ec2.describeInstanceAttribute({ InstanceId, Attribute: "userData" }),
  );
  if (answer) return userDataOf(answer.UserData?.Value);
  const template = templateOf(facts);
  if (template === undefined) return undefined;
  const { id, version } = template;
  const versions = await ask.one("DescribeLaunchTemplateVersions", id, () =>
    sdk.ec2.describeLaunchTemplateVersions({ LaunchTemplateId: id, Versions: [version] }),
  );
  const launched = versions?.LaunchTemplateVersions?.[0]?.LaunchTemplateData;
  // an instance may have user data of its own, so that a template without any says nothing
  return launched?.UserData ? userDataOf(launched.UserData) : undefined;
}

function userDataOf(base64: string | undefined): SeenMachine["userData"] {
  return base64 ? { base64 } : "none";
}

/** EC2 notes at every instance which version of which launch template it was made from. */
function templateOf({ Tags = [] }: Instance): { id: string; version: string } | undefined {
  const tag = (key: string) => Tags.find(({ Key }) => Key === `aws:ec2launchtemplate:${key}`)?.Value;
  const [id, version] = [tag("id"), tag("version")];
  return id === undefined || version === undefined ? undefined : { id, version };
}
