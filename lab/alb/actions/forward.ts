import { type ForwardAction, isUnknown, type Link, type Unknown, type WeightedGroup } from "../../topology";
import { readBinding, renderBinding } from "../cookies";
import type { RequestFacts } from "../request";
import type { ActionContext, StepOutcome } from "./outcome";
import { pageAnswer } from "./own-answer";

/**
 * The target group that a request is forwarded to: the one its client is tied to, else by weight. Whether the group has
 * a healthy target does not count: there is no failover between weighted groups (H80, R50).
 */
export function forward(action: ForwardAction, request: RequestFacts, context: ActionContext): StepOutcome {
  const { groups } = action;
  if (isUnknown(groups)) return { kind: "unknown", reason: `groups: ${groups.unknown}` };
  const enabled = action.stickiness?.enabled ?? false;
  if (isUnknown(enabled)) return { kind: "unknown", reason: `stickiness.enabled: ${enabled.unknown}` };
  const tied = enabled ? findTied(groups, request, context) : undefined;
  const chosen = tied === undefined ? drawGroup(groups, context.draw) : { group: tied };
  if (chosen === "none") return pageAnswer(503, context);
  if ("reason" in chosen) return { kind: "unknown", reason: chosen.reason };
  const { group } = chosen;
  if (isUnknown(group)) return { kind: "unknown", reason: `group: ${group.unknown}` };
  const setCookies = enabled ? tie(action, group, request, context) : [];
  if ("unknown" in setCookies)
    return { kind: "unknown", reason: `stickiness.durationSeconds: ${setCookies.unknown}` };
  return { kind: "forward", group, isSticky: tied !== undefined, setCookies };
}

/** The group of the client's cookie, if the action still has it, whatever its weight: 0 is for new clients (R46, R48). */
function findTied(
  groups: readonly WeightedGroup[],
  request: RequestFacts,
  { cookieKey, nowMs }: ActionContext,
): Link | undefined {
  const identity = readBinding("AWSALBTG", request.header("cookie"), cookieKey, nowMs)?.group;
  return groups.map(({ group }) => group).find((group) => !isUnknown(group) && identify(group) === identity);
}

/** Ties the client, or ties it anew: each answer starts the duration again, as target stickiness does (S23). */
function tie(
  { stickiness }: ForwardAction,
  group: Exclude<Link, Unknown>,
  { protocol }: RequestFacts,
  { cookieKey, nowMs }: ActionContext,
): readonly string[] | Unknown {
  const durationSeconds = stickiness?.durationSeconds ?? 0;
  if (isUnknown(durationSeconds)) return durationSeconds;
  const binding = { group: identify(group), untilMs: nowMs + durationSeconds * 1000 };
  return renderBinding("AWSALBTG", binding, cookieKey, { nowMs, secure: protocol === "https" });
}

function identify(group: Exclude<Link, Unknown>): string {
  return "address" in group ? group.address : group.external;
}

/** Each group gets weight / sum of all (R46); a group that is alone gets everything unless its weight is 0. */
function drawGroup(
  groups: readonly WeightedGroup[],
  draw: number,
): { readonly group: Link } | { readonly reason: string } | "none" {
  const [first, ...others] = groups;
  if (first !== undefined && others.length === 0 && first.weight !== 0) return first;
  let sum = 0;
  for (const { weight } of groups) {
    if (isUnknown(weight)) return { reason: `weight: ${weight.unknown}` };
    sum += weight;
  }
  let rest = draw * sum;
  for (const candidate of groups) {
    rest -= candidate.weight as number;
    if (rest < 0) return candidate;
  }
  return "none";
}
