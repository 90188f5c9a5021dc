import { isKnown, type Topology } from "../lab/topology";

/** Prices in USD an hour in ap-northeast-2, on demand, Linux; rounded, for a hint and not for a bill. */
const instancePrices: Readonly<Record<string, number>> = {
  "t3.nano": 0.0065,
  "t3.micro": 0.013,
  "t3.small": 0.026,
  "t3.medium": 0.052,
  "t4g.nano": 0.0052,
  "t4g.micro": 0.0104,
  "t4g.small": 0.0208,
  "t4g.medium": 0.0416,
};
const loadBalancerPrice = 0.0225;
const natGatewayPrice = 0.059;
const publicAddressPrice = 0.005;

/**
 * What a topology costs an hour while nobody uses it: instances, load balancers, NAT gateways and public
 * addresses. Traffic, disks and logs come on top. Undefined when an instance type's price is not known here.
 */
export function hourlyUsd({ instances, loadBalancers, ignored }: Topology): number | undefined {
  const count = (type: string) => ignored.filter((resource) => resource.type === type).length;
  // A load balancer that the internet reaches has one public address in each zone.
  const addresses = loadBalancers.map(({ internal, zones }) =>
    internal === true || !isKnown(zones) ? 0 : zones.length,
  );
  const fixed = [
    loadBalancers.length * loadBalancerPrice,
    count("aws_nat_gateway") * natGatewayPrice,
    (count("aws_eip") + sum(addresses)) * publicAddressPrice,
  ];
  const prices = instances.map(({ instanceType }) =>
    isKnown(instanceType) ? instancePrices[instanceType] : undefined,
  );
  return prices.includes(undefined) ? undefined : sum([...fixed, ...prices.map(Number)]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** `about 0.07 USD an hour, 50 USD a month`, or that it costs money. */
export function renderCost(usd: number | undefined): string {
  if (usd === undefined) return "costs money by the hour";
  return `about ${usd.toFixed(2)} USD an hour, ${Math.round(usd * 730)} USD a month`;
}
