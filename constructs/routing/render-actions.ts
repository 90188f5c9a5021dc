import type { LbListenerRuleAction } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { literal } from "../terraform/literal";
import type {
  Authentication,
  FixedResponseAction,
  RedirectAction,
  RouteAction,
  RoutingAction,
  WeightedForwardAction,
} from "./actions";

/** The `action` blocks, in order. Rules and the default action of a listener share this shape. */
export function renderActions(action: RouteAction): LbListenerRuleAction[] {
  const routing = renderRouting(action);
  if (!action.authenticate) return [routing];
  return [
    { ...renderAuthentication(action.authenticate), order: 1 },
    { ...routing, order: 2 },
  ];
}

function renderRouting(action: RoutingAction): LbListenerRuleAction {
  if ("forward" in action) return { type: "forward", targetGroupArn: action.forward.arn };
  if ("weightedForward" in action) return renderWeighted(action);
  if ("redirect" in action) return renderRedirect(action);
  return renderFixedResponse(action);
}

/** One group goes in `target_group_arn`: alone in a `forward` block it would differ at every plan. */
function renderWeighted({ weightedForward }: WeightedForwardAction): LbListenerRuleAction {
  const { targetGroups, stickinessSeconds } = weightedForward;
  const [only] = targetGroups;
  if (only && targetGroups.length === 1) return { type: "forward", targetGroupArn: only.targetGroup.arn };
  return {
    type: "forward",
    forward: {
      targetGroup: targetGroups.map(({ targetGroup, weight }) => ({ arn: targetGroup.arn, weight })),
      stickiness:
        stickinessSeconds === undefined ? undefined : { enabled: true, duration: stickinessSeconds },
    },
  };
}

function renderRedirect({ redirect }: RedirectAction): LbListenerRuleAction {
  return {
    type: "redirect",
    redirect: {
      protocol: redirect.protocol ?? "#{protocol}",
      host: literal(redirect.host ?? "#{host}"),
      port: String(redirect.port ?? "#{port}"),
      path: literal(redirect.path ?? "/#{path}"),
      query: literal(redirect.query ?? "#{query}"),
      statusCode: redirect.permanent ? "HTTP_301" : "HTTP_302",
    },
  };
}

function renderFixedResponse({ fixedResponse }: FixedResponseAction): LbListenerRuleAction {
  const { statusCode, contentType = "text/plain", messageBody } = fixedResponse;
  return {
    type: "fixed-response",
    fixedResponse: {
      statusCode: String(statusCode),
      contentType,
      messageBody: messageBody === undefined ? undefined : literal(messageBody),
    },
  };
}

function renderAuthentication(authentication: Authentication): LbListenerRuleAction {
  const given = "oidc" in authentication ? authentication.oidc : authentication.cognito;
  const shared = {
    onUnauthenticatedRequest: given.onUnauthenticatedRequest ?? "authenticate",
    scope: literal(given.scope ?? "openid"),
    sessionCookieName: literal(given.sessionCookieName ?? "AWSELBAuthSessionCookie"),
    sessionTimeout: given.sessionTimeoutSeconds ?? 604800,
    authenticationRequestExtraParams: given.extraParameters && literals(given.extraParameters),
  };
  if ("cognito" in authentication) {
    const { userPoolArn, userPoolClientId, userPoolDomain } = authentication.cognito;
    const authenticateCognito = { ...shared, userPoolArn, userPoolClientId, userPoolDomain };
    return { type: "authenticate-cognito", authenticateCognito };
  }
  const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId, clientSecret } =
    authentication.oidc;
  const texts = {
    issuer: literal(issuer),
    authorizationEndpoint: literal(authorizationEndpoint),
    tokenEndpoint: literal(tokenEndpoint),
    userInfoEndpoint: literal(userInfoEndpoint),
    clientId: literal(clientId),
  };
  return { type: "authenticate-oidc", authenticateOidc: { ...shared, ...texts, clientSecret } };
}

function literals(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [literal(key), literal(value)]));
}
