import { isInside, parseCidr } from "../cidr";
import { show } from "../leaf";
import { repeats, rule } from "./rule";

/** Contradictions between zones, addresses and the way instances reach the internet. */
export const networkRules = [
  // N3, B56
  rule("zone-repeated", ["zones"], ({ zones }) =>
    repeats(zones, (a, b) => a === b).map(
      ({ index, value }) =>
        `zones[${index}] must differ from the others, got ${show(value)} again; name each zone once`,
    ),
  ),
  rule("zone-of-another-region", ["zones", "region"], ({ zones, region }) =>
    zones.map(
      (zone, index) =>
        zone.slice(0, -1) !== region &&
        `zones[${index}] must be a zone of ${region}, got ${show(zone)}; use ${region}${zone.slice(-1)} or change region`,
    ),
  ),
  rule("nat-missing", ["privateInstances", "natGateways"], ({ privateInstances, natGateways }) => [
    privateInstances &&
      natGateways === "none" &&
      'natGateways must be "one" or "per-zone" with privateInstances, got "none"; private instances install packages through NAT',
  ]),
  rule("nat-without-use", ["privateInstances", "natGateways"], ({ privateInstances, natGateways }) => [
    !privateInstances &&
      natGateways !== "none" &&
      `natGateways must be "none" without privateInstances, got ${show(natGateways)}; set privateInstances or drop the gateways, which cost by the hour`,
  ]),
  rule("allowed-cidr-repeated", ["allowedCidrs"], ({ allowedCidrs }) =>
    allowedCidrs.map((text, index) => {
      const cidr = parseCidr(text);
      const wider = allowedCidrs.find((other, at) => at !== index && covers(other, text, at < index));
      return (
        cidr &&
        wider !== undefined &&
        `allowedCidrs[${index}] must not lie inside another network, got ${text} inside ${wider}; remove one of them`
      );
    }),
  ),
];

/** Equal networks count once: the later one is reported. */
function covers(outer: string, inner: string, isEarlier: boolean): boolean {
  const [wide, narrow] = [parseCidr(outer), parseCidr(inner)];
  if (!wide || !narrow || !isInside(narrow, wide)) return false;
  return wide.text !== narrow.text || isEarlier;
}
