import type { LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import { isKnown, type Resource, type Topology } from "../../topology";
import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { AwsError } from "../aws-error";
import { blockSide } from "../matching/side";

/** Which load balancer is meant; see `GatherOptions`. */
export interface Wanted {
  readonly declared?: Topology;
  readonly loadBalancerName?: string;
}

/** DescribeTags takes no more at once. */
const MOST_ARNS = 20;

/** Names listed in an error before the rest is counted. */
const MOST_NAMES = 8;

/**
 * The application load balancers that are meant, of all in the region; undefined: nobody may see them.
 *
 * @throws AwsError when it is not there, or when nobody can say which one is meant
 */
export async function chooseLoadBalancers(
  sdk: Sdk,
  ask: Ask,
  { declared, loadBalancerName }: Wanted,
  where: string,
): Promise<readonly LoadBalancer[] | undefined> {
  const pages = () => sdk.elb.paginateDescribeLoadBalancers({});
  const found = await ask.all("DescribeLoadBalancers", "", pages, (page) => page.LoadBalancers);
  const all = found?.filter(({ Type }) => Type === "application");
  if (all === undefined) return undefined;
  if (loadBalancerName !== undefined) {
    const named = all.filter((lb) => [lb.LoadBalancerName, lb.LoadBalancerArn].includes(loadBalancerName));
    return named.length > 0 ? named : notFound(loadBalancerName, all, where);
  }
  const meant = declaredOnes(declared);
  const matching = meant.flatMap((resource) => all.filter((lb) => isNamedBy(lb, resource)));
  if (matching.length > 0) return [...new Set(matching)];
  const names = meant.flatMap((resource) => nameIn(resource) ?? []);
  if (names.length > 0) return notFound(names.join(" or "), all, where);
  const tagged = await withTagsOf(meant, all, sdk, ask);
  if (tagged.length > 0) return tagged;
  if (all.length === 1) return all;
  throw new AwsError(
    `aws: must know which load balancer is meant ${where}, found ${list(all)}; name one of them`,
  );
}

function declaredOnes(declared: Topology | undefined): readonly Resource[] {
  const addresses = new Set(
    declared?.loadBalancers
      .filter(({ loadBalancerType }) => loadBalancerType === "application")
      .map(({ address }) => address),
  );
  return declared?.resources.filter(({ address }) => addresses.has(address)) ?? [];
}

function isNamedBy({ LoadBalancerName, LoadBalancerArn }: LoadBalancer, resource: Resource): boolean {
  const [arn, name, prefix] = ["arn", "name", "name_prefix"].map((path) => blockSide(resource).text(path));
  if (arn !== undefined) return arn === LoadBalancerArn;
  if (name !== undefined) return name === LoadBalancerName;
  return prefix !== undefined && LoadBalancerName?.startsWith(prefix) === true;
}

function nameIn(resource: Resource): string | undefined {
  const side = blockSide(resource);
  const prefix = side.text("name_prefix");
  return side.text("name") ?? (prefix === undefined ? undefined : `${prefix}...`);
}

/** Those that carry every tag of a declared one. A name that is made up at apply leaves nothing better. */
async function withTagsOf(
  meant: readonly Resource[],
  all: readonly LoadBalancer[],
  sdk: Sdk,
  ask: Ask,
): Promise<readonly LoadBalancer[]> {
  const wanted = meant.map(tagsOf).filter((tags) => tags.length > 0);
  if (wanted.length === 0 || all.length === 0) return [];
  const tags = new Map<string | undefined, ReadonlySet<string>>();
  const arns = all.flatMap(({ LoadBalancerArn }) => LoadBalancerArn ?? []);
  for (let start = 0; start < arns.length; start += MOST_ARNS) {
    const ResourceArns = arns.slice(start, start + MOST_ARNS);
    const answer = await ask.one("DescribeTags", "", () => sdk.elb.describeTags({ ResourceArns }));
    for (const { ResourceArn, Tags = [] } of answer?.TagDescriptions ?? [])
      tags.set(ResourceArn, new Set(Tags.map(({ Key, Value }) => `${Key}=${Value}`)));
  }
  return all.filter(({ LoadBalancerArn }) =>
    wanted.some((own) => own.every((tag) => tags.get(LoadBalancerArn)?.has(tag))),
  );
}

/** Tags as `key=value`; none where one of them is not known. */
function tagsOf(resource: Resource): readonly string[] {
  const tags = resource.value("tags") ?? {};
  if (!isKnown(tags) || typeof tags !== "object" || tags === null) return [];
  const entries = Object.entries(tags);
  return entries.every(([, value]) => typeof value === "string")
    ? entries.map(([key, value]) => `${key}=${value}`)
    : [];
}

function notFound(name: string, all: readonly LoadBalancer[], where: string): never {
  throw new AwsError(
    `aws: must find the load balancer ${name} ${where}, found ${list(all)}; deploy it, or name another one`,
  );
}

function list(all: readonly LoadBalancer[]): string {
  const names = all.map(({ LoadBalancerName = "" }) => LoadBalancerName).sort();
  const rest = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return names.length === 0 ? "none" : `${names.slice(0, MOST_NAMES).join(", ")}${rest}`;
}
