import { assertKeys, assertNumber } from "../assert-given";
import type { WeightedRequest } from "../options";
import type { LoadBalancerPlan } from "../setup/types";
import { SimulationError } from "../simulation-error";
import { type AskedRequest, askedRequest } from "./asked-request";

/** What clients ask, and how often in proportion. */
export interface RequestMix {
  readonly requests: readonly AskedRequest[];
  readonly weights: readonly number[];
}

/** @throws SimulationError for a request that nobody can answer for certain */
export function requestMix(request: string | readonly WeightedRequest[], lb: LoadBalancerPlan): RequestMix {
  const mix = typeof request === "string" ? [{ request }] : request;
  if (!Array.isArray(mix) || mix.length === 0)
    throw new SimulationError("request: must be one or a list, got none; give it as a method and a URL");
  for (const one of mix) assertKeys("request", one, ["request", "weight", "headers"]);
  for (const { weight = 1 } of mix) assertNumber("request: weight", weight, { least: 0, most: 1_000_000 });
  return {
    requests: mix.map((one) => askedRequest(one.request, one.headers ?? {}, lb)),
    weights: mix.map(({ weight = 1 }) => weight),
  };
}

/** @param random asked only where there is a choice */
export function drawRequest({ requests, weights }: RequestMix, random: () => number): AskedRequest {
  const last = requests[requests.length - 1] as AskedRequest;
  if (requests.length === 1) return last;
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return requests[index] as AskedRequest;
  }
  return last;
}
