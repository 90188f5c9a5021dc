import type { PropChecks } from "../checks/prop-checks";
import { isToken } from "../checks/values";
import { ACTION } from "./action-shapes";
import {
  type FixedResponseAction,
  ROUTING_KINDS,
  type RouteAction,
  type TargetGroupReference,
  type WeightedForwardAction,
} from "./actions";
import { checkAuthentication } from "./authentication-checks";
import { checkRedirect } from "./redirect-checks";

/** The listener on which an action runs. */
export interface ListenerKind {
  readonly protocol: "HTTP" | "HTTPS";
  readonly port: number;
}

/** The action when it can be rendered. What AWS would refuse on this listener, or cannot serve, is reported. */
export function soundAction(
  check: PropChecks,
  prop: string,
  given: RouteAction,
  listener: ListenerKind,
): RouteAction | undefined {
  const action = check.value(prop, given, ACTION);
  if (!action) return undefined;
  const raw: Readonly<Record<string, unknown>> = { ...given };
  const kinds = ROUTING_KINDS.filter((kind) => raw[kind] !== undefined);
  if (kinds.length !== 1) {
    const got = kinds.length === 0 ? "none" : kinds.join(" and ");
    const rule = `${prop} must hold one of ${ROUTING_KINDS.join(", ")}`;
    check.refuse("action-kind", `${rule}, got ${got}; give exactly one`);
    return undefined;
  }
  const authenticate = action.authenticate && checkAuthentication(check, action.authenticate, raw, listener);
  if ("forward" in action) checkVersion(check, action.forward, listener);
  if ("weightedForward" in action) checkWeighted(check, action, listener);
  if ("redirect" in action) checkRedirect(check, action, listener);
  if ("fixedResponse" in action) checkBody(check, action);
  if (!kinds.some((kind) => kind in action)) return undefined;
  return { ...action, authenticate } as RouteAction;
}

function checkVersion(check: PropChecks, group: TargetGroupReference, listener: ListenerKind): void {
  const version = group.protocolVersion ?? "HTTP1";
  if (version === "HTTP1" || listener.protocol === "HTTPS") return;
  check.refuse(
    "protocol-version-needs-https",
    `a ${version} target group must be behind an HTTPS listener, got HTTP; give https or use HTTP1`,
  );
}

function checkWeighted(
  check: PropChecks,
  { weightedForward }: WeightedForwardAction,
  listener: ListenerKind,
): void {
  const { targetGroups, stickinessSeconds } = weightedForward;
  if (!targetGroups) return;
  const count = targetGroups.length;
  if (count < 1 || count > 5) {
    const rule = `weightedForward must hold 1 to 5 target groups, got ${count}`;
    check.refuse("weighted-group-count", `${rule}; adjust the list`);
  }
  const groups = targetGroups.flatMap(({ targetGroup }) => targetGroup ?? []);
  for (const group of groups) checkVersion(check, group, listener);
  if (new Set(groups.map(({ arn }) => arn)).size < groups.length) {
    const rule = "weightedForward must name each target group once, got one twice";
    check.refuse("weighted-group-repeated", `${rule}; add the weights in one entry`);
  }
  if (count === 1) checkSingle(check, weightedForward);
  if (count < 2) return;
  const types = groups.map(({ stickinessType }) => stickinessType);
  if (types.some(Boolean) && stickinessSeconds === undefined) {
    const rule = "weightedForward.stickinessSeconds must be given when a target group is sticky, got nothing";
    check.refuse("group-stickiness-needed", `${rule}; give it, or make no group sticky`);
  }
  if (types.includes("app_cookie")) {
    const rule = "weightedForward must hold no group with app_cookie stickiness, got one";
    check.refuse("app-cookie-weighted", `${rule}; use lb_cookie`);
  }
}

/** One group gets every request: a weight of 0 or a stickiness would say otherwise, and be dropped. */
function checkSingle(
  check: PropChecks,
  { targetGroups, stickinessSeconds }: WeightedForwardAction["weightedForward"],
): void {
  const sayings = [
    targetGroups[0]?.weight === 0 && "weight 0",
    stickinessSeconds !== undefined && "stickinessSeconds",
  ];
  const got = sayings.filter(Boolean).join(" and ");
  if (got === "") return;
  const rule = `weightedForward with one target group must have neither weight 0 nor stickinessSeconds, got ${got}`;
  check.refuse("weighted-single-group", `${rule}; use forward, or add a group`);
}

function checkBody(check: PropChecks, { fixedResponse }: FixedResponseAction): void {
  const { messageBody = "" } = fixedResponse;
  if (messageBody.length <= 1024 || isToken(messageBody)) return;
  const rule = "fixedResponse.messageBody must be at most 1024 characters";
  check.refuse("fixed-response-body", `${rule}, got ${messageBody.length}; shorten it`);
}
