import { z } from "zod";
import { isPrivate, parseCidr } from "./cidr";
import { judged, must, oneOf, show, text } from "./leaf";
import { suggestion } from "./nearest";

/** Regions for suggestions only: a region that is not listed here passes when its form is right. */
const knownRegions = (
  "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " +
  "ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 eu-central-1 " +
  "eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 " +
  "me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2"
).split(" ");

const direction = "(?:north|south|east|west|central|northeast|northwest|southeast|southwest)";
const regionForm = new RegExp(`^[a-z]{2}(?:-gov)?-${direction}-[1-9]$`);
const zoneForm = new RegExp(`^[a-z]{2}(?:-gov)?-${direction}-[1-9][a-h]$`);

export const region = text(regionForm, "an AWS region such as ap-northeast-2", (got) =>
  suggestion(got, knownRegions, "give the region's code"),
);

const zone = text(
  zoneForm,
  "an Availability Zone: a region and a letter from a to h, such as ap-northeast-2a",
  "local and wavelength zones are not offered",
);

const zoneList = must("a list of 2 to 6 Availability Zones", "a load balancer needs subnets in two zones");
export const zones = z
  .array(zone, { error: zoneList })
  .min(2, { error: zoneList })
  .max(6, { error: zoneList });

export const natGateways = oneOf(["none", "one", "per-zone"]);

/** The parts of the VPC are sixteenths, and a load balancer's subnet is /27 or larger. // N4, N12 */
export const vpcCidr = judged((got) => {
  const cidr = typeof got === "string" ? parseCidr(got) : undefined;
  if (!cidr) return notCidr(got, "10.0.0.0/16");
  if (cidr.text !== got) return `must be a network in CIDR form, got ${show(got)}; did you mean ${cidr.text}`;
  if (cidr.prefix < 16 || cidr.prefix > 23) {
    return `must be /16 to /23, got /${cidr.prefix}; each subnet is a sixteenth of it and needs /27 or more`;
  }
  if (!isPrivate(cidr)) {
    return `must be private (RFC 1918 or 100.64.0.0/10), got ${cidr.text}; choose one such as 10.0.0.0/16`;
  }
  return undefined;
});

const allowedCidr = judged((got) => {
  const cidr = typeof got === "string" ? parseCidr(got) : undefined;
  if (!cidr) return notCidr(got, "203.0.113.0/24");
  return cidr.text === got
    ? undefined
    : `must be a network in CIDR form, got ${show(got)}; did you mean ${cidr.text}`;
});

/** A security group holds 60 rules, and each network needs one for listener 80 and one for 443. // N34 */
const allowedList = must("a list of 1 to 30 IPv4 networks", "AWS allows 60 rules in a security group");
export const allowedCidrs = z
  .array(allowedCidr, { error: allowedList })
  .min(1, { error: allowedList })
  .max(30, { error: allowedList });

function notCidr(got: unknown, example: string): string {
  return `must be an IPv4 network in CIDR form, got ${show(got)}; write it as ${example}`;
}
