import { Construct } from "constructs";
import {
  anything,
  filledText,
  type Kind,
  known,
  knownFlag,
  matching,
  oneOf,
  required,
  text,
  whole,
} from "../checks/prop-kinds";
import { listOf, mapOf, objectOf, type Shape, soundProps } from "../checks/prop-shapes";
import { isToken } from "../checks/values";
import type {
  Authentication,
  CognitoAuthentication,
  FixedResponseAction,
  OidcAuthentication,
  RedirectAction,
  RouteAction,
  TargetGroupReference,
  WeightedForwardAction,
} from "./actions";

const REFERENCE: Shape<TargetGroupReference> = {
  arn: required(text),
  stickinessType: known(oneOf(["lb_cookie", "app_cookie"], "stickiness-type-unknown")),
  protocolVersion: known(oneOf(["HTTP1", "HTTP2", "GRPC"], "protocol-version-unknown")),
};

/** A target group by its ARN; a construct brings more props, which nobody asks for here. */
const TARGET_GROUP: Kind = {
  id: "forward-without-group",
  must: "a target group",
  fix: "give a HealthCheckedTargetGroup, or an object with the group's arn",
  known: true,
  accepts: (value) => isTargetGroupArn(Object(value).arn),
  inside: (group: TargetGroupReference, prop, report) =>
    Construct.isConstruct(group) ? group : soundProps(group, REFERENCE, `${prop}.`, report),
};

function isTargetGroupArn(arn: unknown): boolean {
  const form = /^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:targetgroup\/\S+$/;
  return typeof arn === "string" && (isToken(arn) || form.test(arn));
}

type Weighted = WeightedForwardAction["weightedForward"];
const WEIGHTED_GROUP: Shape<Weighted["targetGroups"][number]> = {
  targetGroup: required(TARGET_GROUP),
  weight: required(whole(0, 999, "weight-out-of-range")),
};

const WEIGHTED: Shape<Weighted> = {
  targetGroups: required(known(listOf(objectOf(WEIGHTED_GROUP)))),
  stickinessSeconds: whole(1, 604800, "stickiness-duration-out-of-range"),
};

const REDIRECT: Shape<RedirectAction["redirect"]> = {
  protocol: oneOf(["HTTP", "HTTPS", "#{protocol}"], "redirect-protocol"),
  host: matching(/^[\x21-\x7e]{1,128}$/, "1 to 128 visible characters", "redirect-host", "correct it"),
  port: whole(1, 65535, "redirect-port", "#{port}"),
  path: matching(
    /^\/[\x21-\x7e]{0,127}$/,
    '1 to 128 visible characters that start with "/"',
    "redirect-path",
    "correct it",
  ),
  query: matching(
    /^(?!\?)[\x20-\x7e]{0,128}$/,
    "at most 128 characters without the leading ?",
    "redirect-query",
    "correct it",
  ),
  permanent: knownFlag,
};

const STATUS: Kind = {
  id: "fixed-response-status",
  must: "2XX, 4XX or 5XX",
  fix: "give the number of such a status, or use a redirect",
  accepts: (value) => typeof value === "number" && (/^[245]\d\d$/.test(String(value)) || isToken(value)),
};

const CONTENT_TYPES = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"];

const FIXED_RESPONSE: Shape<FixedResponseAction["fixedResponse"]> = {
  statusCode: required(STATUS),
  contentType: oneOf(CONTENT_TYPES, "fixed-response-type"),
  messageBody: text,
};

const COOKIE_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;

const SHARED = {
  onUnauthenticatedRequest: oneOf(["authenticate", "allow", "deny"], "on-unauthenticated"),
  scope: matching(/^[\x20-\x7e]+$/, "visible characters", "authenticate-scope", "write it as openid email"),
  sessionCookieName: matching(COOKIE_NAME, "a cookie name", "session-cookie-name", "correct it"),
  sessionTimeoutSeconds: whole(1, 604800, "session-timeout-out-of-range"),
  extraParameters: mapOf(text),
};

const ENDPOINT = required(
  matching(/^https:\/\/[^\s/]+\S*$/, "an https address", "oidc-endpoint", "give it whole"),
);

/** The secret is looked at apart, so that no message shows it. */
const OIDC: Shape<OidcAuthentication> = {
  issuer: ENDPOINT,
  authorizationEndpoint: ENDPOINT,
  tokenEndpoint: ENDPOINT,
  userInfoEndpoint: ENDPOINT,
  clientId: required(filledText("oidc-incomplete", "give the client's id")),
  clientSecret: anything,
  ...SHARED,
};

const COGNITO: Shape<CognitoAuthentication> = {
  userPoolArn: required(filledText("cognito-incomplete", "give the user pool's ARN")),
  userPoolClientId: required(filledText("cognito-incomplete", "give the client's id")),
  userPoolDomain: required(filledText("cognito-incomplete", "give the user pool's domain")),
  ...SHARED,
};

const AUTHENTICATION: Shape<Authentication> = { oidc: objectOf(OIDC), cognito: objectOf(COGNITO) };

/** What each part of an action must be. */
export const ACTION: Kind = objectOf<RouteAction>({
  forward: TARGET_GROUP,
  weightedForward: objectOf(WEIGHTED),
  redirect: objectOf(REDIRECT),
  fixedResponse: objectOf(FIXED_RESPONSE),
  authenticate: objectOf(AUTHENTICATION),
});
