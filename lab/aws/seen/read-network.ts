import type { SecurityGroup } from "@aws-sdk/client-ec2";
import type { Ask } from "../asking/ask";
import type { Call } from "../asking/calls";
import type { Sdk } from "../asking/load-sdk";
import { inChunks } from "./in-chunks";
import type { SeenLoadBalancer, SeenMachine, SeenNetwork, SeenTargetGroup } from "./seen";

/** Everything in the VPCs of load balancers and target groups that decides who reaches whom. */
export async function readNetwork(sdk: Sdk, ask: Ask, vpcIds: readonly string[]): Promise<SeenNetwork> {
  const read = <Page, Item>(
    call: Call,
    filter: string,
    pages: (filters: { Name: string; Values: string[] }[]) => AsyncIterable<Page>,
    items: (page: Page) => readonly Item[] | undefined,
  ) => readFiltered(ask, { call, filter, values: vpcIds, pages, items });
  const { ec2 } = sdk;
  const [vpcs, subnets, routeTables, networkAcls, internetGateways, natGateways, securityGroups] =
    await Promise.all([
      read(
        "DescribeVpcs",
        "vpc-id",
        (Filters) => ec2.paginateDescribeVpcs({ Filters }),
        (page) => page.Vpcs,
      ),
      read(
        "DescribeSubnets",
        "vpc-id",
        (Filters) => ec2.paginateDescribeSubnets({ Filters }),
        (page) => page.Subnets,
      ),
      read(
        "DescribeRouteTables",
        "vpc-id",
        (Filters) => ec2.paginateDescribeRouteTables({ Filters }),
        (page) => page.RouteTables,
      ),
      read(
        "DescribeNetworkAcls",
        "vpc-id",
        (Filters) => ec2.paginateDescribeNetworkAcls({ Filters }),
        (page) => page.NetworkAcls,
      ),
      read(
        "DescribeInternetGateways",
        "attachment.vpc-id",
        (Filters) => ec2.paginateDescribeInternetGateways({ Filters }),
        (page) => page.InternetGateways,
      ),
      read(
        "DescribeNatGateways",
        "vpc-id",
        (Filter) => ec2.paginateDescribeNatGateways({ Filter }),
        (page) => page.NatGateways,
      ),
      read(
        "DescribeSecurityGroups",
        "vpc-id",
        (Filters) => ec2.paginateDescribeSecurityGroups({ Filters }),
        (page) => page.SecurityGroups,
      ),
    ]);
  return {
    vpcs,
    subnets,
    routeTables,
    networkAcls,
    internetGateways,
    natGateways,
    securityGroups,
    securityGroupRules: await readRules(sdk, ask, securityGroups),
  };
}

interface Filtered<Page, Item> {
  readonly call: Call;
  readonly filter: string;
  readonly values: readonly string[];
  readonly pages: (filters: { Name: string; Values: string[] }[]) => AsyncIterable<Page>;
  readonly items: (page: Page) => readonly Item[] | undefined;
}

/** What one of these values leads to; a filter takes no more than so many at once. */
export async function readFiltered<Page, Item>(
  ask: Ask,
  { call, filter, values, pages, items }: Filtered<Page, Item>,
): Promise<readonly Item[]> {
  const found = await Promise.all(
    inChunks(values).map((Values) =>
      ask.all(call, Values, () => pages([{ Name: filter, Values: [...Values] }]), items),
    ),
  );
  return found.flatMap((some) => some ?? []);
}

function readRules(sdk: Sdk, ask: Ask, groups: readonly SecurityGroup[]) {
  return readFiltered(ask, {
    call: "DescribeSecurityGroupRules",
    filter: "group-id",
    values: groups.flatMap(({ GroupId }) => GroupId ?? []),
    pages: (Filters) => sdk.ec2.paginateDescribeSecurityGroupRules({ Filters }),
    items: (page) => page.SecurityGroupRules,
  });
}

/** VPCs that something of this load balancing is in. */
export function vpcsOf(
  loadBalancers: readonly SeenLoadBalancer[],
  targetGroups: readonly SeenTargetGroup[],
  machines: readonly SeenMachine[],
): readonly string[] {
  const all = [...loadBalancers, ...targetGroups, ...machines];
  return [...new Set(all.flatMap(({ facts }) => facts.VpcId ?? []))];
}
