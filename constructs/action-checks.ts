import {
  type Authentication,
  type FixedResponseAction,
  type RedirectAction,
  ROUTING_KINDS,
  type RouteAction,
  type TargetGroupReference,
  type WeightedForwardAction,
} from "./actions";
import { isToken, type PropChecks, show } from "./prop-checks";

/** The listener on which an action runs. */
export interface ListenerKind {
  readonly protocol: "HTTP" | "HTTPS";
  readonly port: number;
}

/** Reports an action that AWS would refuse on this listener, or that cannot serve. */
export function checkAction(check: PropChecks, action: RouteAction, listener: ListenerKind): void {
  const kinds = ROUTING_KINDS.filter((kind) => kind in Object(action));
  if (kinds.length !== 1) {
    const got = kinds.length === 0 ? "none" : kinds.join(" and ");
    check.refuse(
      "action-kind",
      `an action must be one of ${ROUTING_KINDS.join(", ")}, got ${got}; give exactly one`,
    );
    return;
  }
  if ("forward" in action) checkTargetGroup(check, action.forward, listener);
  if ("weightedForward" in action) checkWeighted(check, action, listener);
  if ("redirect" in action) checkRedirect(check, action, listener);
  if ("fixedResponse" in action) checkFixedResponse(check, action);
  if (action.authenticate) checkAuthentication(check, action.authenticate, listener);
}

function checkTargetGroup(
  check: PropChecks,
  group: TargetGroupReference | undefined,
  listener: ListenerKind,
): void {
  if (!group || (!isToken(group.arn) && !/^arn:aws[a-z-]*:elasticloadbalancing:/.test(String(group.arn)))) {
    const got = show(group?.arn);
    check.refuse(
      "forward-without-group",
      `forward must name a target group, got ${got}; give a target group`,
    );
    return;
  }
  const version = group.protocolVersion ?? "HTTP1";
  if (version !== "HTTP1" && listener.protocol === "HTTP") {
    check.refuse(
      "protocol-version-needs-https",
      `a ${version} target group needs an HTTPS listener; give https or use HTTP1`,
    );
  }
}

function checkWeighted(
  check: PropChecks,
  { weightedForward }: WeightedForwardAction,
  listener: ListenerKind,
): void {
  const { targetGroups, stickinessSeconds } = weightedForward;
  const count = Array.isArray(targetGroups) ? targetGroups.length : 0;
  if (count < 1 || count > 5) {
    check.refuse(
      "weighted-group-count",
      `weightedForward takes 1 to 5 target groups, got ${count}; adjust the list`,
    );
    return;
  }
  for (const { targetGroup, weight } of targetGroups) {
    checkTargetGroup(check, targetGroup, listener);
    check.wholeNumber("weight", weight ?? Number.NaN, { min: 0, max: 999, id: "weight-out-of-range" });
  }
  const arns = targetGroups.map(({ targetGroup }) => targetGroup?.arn);
  if (new Set(arns).size < arns.length) {
    check.refuse(
      "weighted-group-repeated",
      "weightedForward names a target group twice; add the weights in one entry",
    );
  }
  const range = { min: 1, max: 604800, id: "stickiness-duration-out-of-range" };
  check.wholeNumber("weightedForward.stickinessSeconds", stickinessSeconds, range);
  if (count < 2) return;
  const types = targetGroups.map(({ targetGroup }) => targetGroup?.stickinessType);
  if (types.some(Boolean) && stickinessSeconds === undefined) {
    const rule = "must be given when a target group is sticky";
    check.refuse(
      "group-stickiness-needed",
      `weightedForward.stickinessSeconds ${rule}; give it, or make no group sticky`,
    );
  }
  if (types.includes("app_cookie")) {
    check.refuse(
      "app-cookie-weighted",
      "app_cookie stickiness does not work in a weighted forward; use lb_cookie",
    );
  }
}

const PLACEHOLDERS = {
  protocol: [],
  host: ["host"],
  path: ["host", "path", "port"],
  query: ["protocol", "host", "port", "path", "query"],
} as const;

function checkRedirect(check: PropChecks, { redirect }: RedirectAction, listener: ListenerKind): void {
  check.oneOf("redirect.protocol", redirect.protocol, ["HTTP", "HTTPS", "#{protocol}"], "redirect-protocol");
  if (redirect.port !== "#{port}") {
    check.wholeNumber("redirect.port (or #{port})", redirect.port, {
      min: 1,
      max: 65535,
      id: "redirect-port",
    });
  }
  const text = (part: "host" | "path" | "query", pattern: RegExp, rule: string) => {
    const value = redirect[part];
    check.matches(`redirect.${part}`, value, pattern, rule, `redirect-${part}`, "correct it");
    const used = typeof value === "string" && !isToken(value) ? [...value.matchAll(/#\{(\w*)\}?/g)] : [];
    for (const [marker, name] of used) {
      if ((PLACEHOLDERS[part] as readonly string[]).includes(String(name)) && marker.endsWith("}")) continue;
      check.refuse(
        "redirect-placeholder",
        `redirect.${part} may not hold ${marker}; allowed are ${names(part)}`,
      );
    }
  };
  text("host", /^[\x21-\x7e]{1,128}$/, "1 to 128 visible characters");
  text("path", /^\/[\x21-\x7e]{0,127}$/, '1 to 128 visible characters that start with "/"');
  text("query", /^(?!\?)[\x20-\x7e]{0,128}$/, "at most 128 characters without the leading ?");
  if (listener.protocol === "HTTPS" && redirect.protocol === "HTTP") {
    check.refuse(
      "redirect-downgrade",
      "redirect.protocol HTTP is refused by AWS on an HTTPS listener; use HTTPS",
    );
  }
  if (changesNothing(redirect, listener)) {
    const at = `${listener.protocol} ${listener.port}`;
    check.refuse(
      "redirect-loop",
      `redirect on ${at} would loop: it leads to itself; change protocol, host, port or path`,
    );
  }
}

function changesNothing(redirect: RedirectAction["redirect"], listener: ListenerKind): boolean {
  const same = (value: unknown, ...unchanged: unknown[]) => value === undefined || unchanged.includes(value);
  return (
    same(redirect.protocol, "#{protocol}", listener.protocol) &&
    same(redirect.port, "#{port}", listener.port) &&
    same(redirect.host, "#{host}") &&
    same(redirect.path, "/#{path}")
  );
}

function names(part: "host" | "path" | "query"): string {
  return PLACEHOLDERS[part].map((name) => `#{${name}}`).join(", ");
}

function checkFixedResponse(check: PropChecks, { fixedResponse }: FixedResponseAction): void {
  const { statusCode, contentType, messageBody } = fixedResponse;
  const served = Number.isInteger(statusCode) && /^[245]\d\d$/.test(String(statusCode));
  if (!isToken(statusCode) && !served) {
    const rule = "must be 2XX, 4XX or 5XX";
    check.refuse(
      "fixed-response-status",
      `fixedResponse.statusCode ${rule}, got ${show(statusCode)}; correct it`,
    );
  }
  const types = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"];
  check.oneOf("fixedResponse.contentType", contentType, types, "fixed-response-type");
  const length = typeof messageBody === "string" && !isToken(messageBody) ? messageBody.length : 0;
  if (length > 1024) {
    const rule = "must be at most 1024 characters";
    check.refuse("fixed-response-body", `fixedResponse.messageBody ${rule}, got ${length}; shorten it`);
  }
}

function checkAuthentication(check: PropChecks, authenticate: Authentication, listener: ListenerKind): void {
  if (listener.protocol !== "HTTPS") {
    check.refuse(
      "authenticate-needs-https",
      `authenticate needs an HTTPS listener, got ${listener.protocol}; give https`,
    );
  }
  const given = "oidc" in authenticate ? authenticate.oidc : authenticate.cognito;
  const range = { min: 1, max: 604800, id: "session-timeout-out-of-range" };
  check.wholeNumber("authenticate.sessionTimeoutSeconds", given.sessionTimeoutSeconds, range);
  const choices = ["authenticate", "allow", "deny"];
  check.oneOf(
    "authenticate.onUnauthenticatedRequest",
    given.onUnauthenticatedRequest,
    choices,
    "on-unauthenticated",
  );
  const extra = Object.keys(given.extraParameters ?? {}).length;
  if (extra > 10)
    check.refuse(
      "extra-parameters",
      `authenticate takes at most 10 extraParameters, got ${extra}; drop some`,
    );
  if ("cognito" in authenticate) {
    for (const prop of ["userPoolArn", "userPoolClientId", "userPoolDomain"] as const) {
      check.text(`authenticate.cognito.${prop}`, authenticate.cognito[prop], "cognito-incomplete", "give it");
    }
    return;
  }
  const { oidc } = authenticate;
  for (const prop of ["issuer", "authorizationEndpoint", "tokenEndpoint", "userInfoEndpoint"] as const) {
    const https = /^https:\/\/[^\s/]+/;
    check.matches(
      `authenticate.oidc.${prop}`,
      oidc[prop] ?? "",
      https,
      "an https address",
      "oidc-endpoint",
      "give it whole",
    );
  }
  check.text("authenticate.oidc.clientId", oidc.clientId, "oidc-incomplete", "give the client's id");
  if (!isToken(oidc.clientSecret)) {
    const rule = "must come from a variable or a secret, got a text";
    check.refuse(
      "oidc-secret-in-plan",
      `authenticate.oidc.clientSecret ${rule}; use a sensitive TerraformVariable`,
    );
  }
}
