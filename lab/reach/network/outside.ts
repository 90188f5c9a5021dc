import type { End } from "../ends/ends";
import type { Ground } from "../ground";
import { type Family, INTERNET, ofFamily } from "../sets/addresses";
import { type Intervals, intersect, isEmpty, overlap, subtract } from "../sets/intervals";
import { allOf, type Step } from "../verdict";
import { routeOutside } from "./internet";
import { vpcAddresses, vpcOf } from "./subnets";

/** Whether routes lead from an end to addresses, or from them to it: those inside of its VPC always do. */
export function routeToAddresses(
  ground: Ground,
  end: End,
  all: Intervals,
  family: Family,
  direction: "in" | "out",
): Step {
  const addresses = ofFamily(all, family);
  const inside = vpcAddresses(ground, vpcOf(ground, end));
  const at = `routes of ${end.address}`;
  if (inside === undefined && !overlap(addresses, INTERNET))
    return {
      verdict: "unknown",
      at,
      by: [],
      why: `the addresses of the VPC of ${end.address} are not known`,
    };
  const near = inside === undefined ? [] : intersect(addresses, inside);
  const far = subtract(addresses, near);
  const steps: Step[] = [];
  if (!isEmpty(near)) steps.push({ verdict: "yes", at, by: [] });
  if (!isEmpty(far)) steps.push(farStep(ground, end, far, family, direction));
  const telling = steps.find(({ verdict }) => verdict !== "yes") ?? steps[0];
  if (telling === undefined) return { verdict: "no", at, by: [], why: "there is nothing to send to" };
  return { ...telling, verdict: allOf(steps.map(({ verdict }) => verdict)) };
}

/** Private addresses are never behind an internet gateway, wherever a route sends them. */
function farStep(
  ground: Ground,
  end: End,
  addresses: Intervals,
  family: Family,
  direction: "in" | "out",
): Step {
  const step = routeOutside(ground, { end, addresses, family, direction });
  if (overlap(addresses, INTERNET) || step.verdict === "unknown") return step;
  return { ...step, verdict: "no", why: step.why ?? "these addresses are in no network that is joined here" };
}
