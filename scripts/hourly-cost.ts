import type { StackContents } from "./stack-contents";

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
 * What the stack costs an hour while nobody uses it: instances, load balancers, NAT gateways and public
 * addresses. Traffic, disks and logs come on top. Undefined when an instance type's price is not known here.
 */
export function hourlyUsd({
  instances,
  loadBalancers,
  natGateways,
  elasticIps,
}: StackContents): number | undefined {
  const prices = instances.map(({ instanceType }) => instancePrices[instanceType]);
  const addresses =
    elasticIps +
    loadBalancers.reduce((sum, { scheme, zones }) => sum + (scheme === "internal" ? 0 : zones.length), 0);
  const fixed =
    loadBalancers.length * loadBalancerPrice + natGateways * natGatewayPrice + addresses * publicAddressPrice;
  return prices.reduce<number | undefined>(
    (sum, price) => (sum === undefined || price === undefined ? undefined : sum + price),
    fixed,
  );
}

/** `about 0.07 USD an hour, 50 USD a month`, or that it costs money. */
export function renderCost(usd: number | undefined): string {
  if (usd === undefined) return "costs money by the hour";
  return `about ${usd.toFixed(2)} USD an hour, ${Math.round(usd * 730)} USD a month`;
}
