import type { Action, TargetGroup, TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Topology } from "../../topology";
import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { blockSide } from "../matching/side";
import { optional } from "../optional";
import { attributesOf } from "./attributes";
import type { SeenLoadBalancer, SeenTargetGroup } from "./seen";

/**
 * The target groups that the load balancers forward to, and those that are declared: one that nothing
 * forwards to is not in use, which is worth seeing.
 */
export async function readTargetGroups(
  sdk: Sdk,
  ask: Ask,
  loadBalancers: readonly SeenLoadBalancer[],
  declared: Topology | undefined,
): Promise<readonly SeenTargetGroup[]> {
  const arns = new Set(loadBalancers.flatMap(forwardedTo));
  const own = new Set(loadBalancers.map(({ facts }) => facts.LoadBalancerArn));
  const isMeant = namedIn(declared);
  const pages = () => sdk.elb.paginateDescribeTargetGroups({});
  const all = await ask.all("DescribeTargetGroups", "", pages, (page) => page.TargetGroups);
  const groups =
    all?.filter(
      (group) =>
        arns.has(group.TargetGroupArn ?? "") ||
        group.LoadBalancerArns?.some((arn) => own.has(arn)) ||
        isMeant(group),
    ) ?? [...arns].map(groupOfArn);
  return Promise.all(groups.map((group) => readTargetGroup(sdk, ask, group)));
}

async function readTargetGroup(sdk: Sdk, ask: Ask, facts: TargetGroup): Promise<SeenTargetGroup> {
  const { TargetGroupArn, TargetGroupName = "" } = facts;
  const arn = { TargetGroupArn };
  const [attributes, health] = await Promise.all([
    ask.one("DescribeTargetGroupAttributes", TargetGroupName, () =>
      sdk.elb.describeTargetGroupAttributes(arn),
    ),
    readTargetHealth(sdk, ask, facts),
  ]);
  return {
    facts,
    ...optional("attributes", attributes && attributesOf(attributes.Attributes)),
    ...optional("health", health),
  };
}

/** The answer holds every target at once. */
async function readTargetHealth(
  sdk: Sdk,
  ask: Ask,
  { TargetGroupArn, TargetGroupName = "" }: TargetGroup,
): Promise<readonly TargetHealthDescription[] | undefined> {
  const answer = await ask.one("DescribeTargetHealth", TargetGroupName, () =>
    sdk.elb.describeTargetHealth({ TargetGroupArn }),
  );
  return answer && (answer.TargetHealthDescriptions ?? []);
}

function forwardedTo({ listeners = [] }: SeenLoadBalancer): readonly string[] {
  return listeners.flatMap(({ facts, rules = [] }) =>
    [facts.DefaultActions, ...rules.map(({ Actions }) => Actions)].flatMap((actions) =>
      (actions ?? []).flatMap(groupsOf),
    ),
  );
}

function groupsOf({ TargetGroupArn, ForwardConfig }: Action): readonly string[] {
  const weighted = ForwardConfig?.TargetGroups?.map((group) => group.TargetGroupArn) ?? [];
  return [TargetGroupArn, ...weighted].flatMap((arn) => arn ?? []);
}

function namedIn(declared: Topology | undefined): (group: TargetGroup) => boolean {
  const addresses = new Set(declared?.targetGroups.map(({ address }) => address));
  const sides = (declared?.resources ?? []).filter(({ address }) => addresses.has(address)).map(blockSide);
  const texts = (path: string) => new Set(sides.flatMap((side) => side.text(path) ?? []));
  const [arns, names] = [texts("arn"), texts("name")];
  return ({ TargetGroupArn = "", TargetGroupName = "" }) =>
    arns.has(TargetGroupArn) || names.has(TargetGroupName);
}

/** What an ARN says by itself: `...:targetgroup/name/0123456789abcdef`. */
function groupOfArn(TargetGroupArn: string): TargetGroup {
  const TargetGroupName = TargetGroupArn.split("/")[1] ?? TargetGroupArn;
  return { TargetGroupArn, TargetGroupName };
}
