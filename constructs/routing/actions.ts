import type { ProtocolVersion } from "../targets/health-check";

/** A target group to forward to: a `HealthCheckedTargetGroup`, or one of somebody else by its ARN. */
export interface TargetGroupReference {
  readonly arn: string;
  /** How the group keeps clients on a target, if it does. */
  readonly stickinessType?: "lb_cookie" | "app_cookie" | undefined;
  readonly protocolVersion?: ProtocolVersion;
}

/**
 * What answers a request: exactly one of forward, weighted forward, redirect or fixed response. On an HTTPS
 * listener, `authenticate` may come first.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html
 */
export type RouteAction = RoutingAction & {
  /** Signs the user in before the request is answered. HTTPS only. */
  readonly authenticate?: Authentication;
};

export type RoutingAction = ForwardAction | WeightedForwardAction | RedirectAction | FixedResponseAction;

/** Sends the request to one target group. */
export interface ForwardAction {
  readonly forward: TargetGroupReference;
}

/** Shares requests among 1 to 5 target groups. A group without healthy targets keeps its share. */
export interface WeightedForwardAction {
  readonly weightedForward: {
    /**
     * Weight 0 to 999; the share is the weight over the sum of weights, 0 gets no new requests. A single group
     * gets every request, so its weight may not be 0.
     */
    readonly targetGroups: readonly { readonly targetGroup: TargetGroupReference; readonly weight: number }[];
    /**
     * Keeps a client on the group chosen first, for 1 to 604800 seconds. Needed when a group is sticky,
     * refused for a single group.
     * @default no group stickiness
     */
    readonly stickinessSeconds?: number;
  };
}

/** Answers with a redirect. Parts that are not given keep the request's value; not only the query may change. */
export interface RedirectAction {
  readonly redirect: {
    /** `HTTP`, `HTTPS` or `#{protocol}`; HTTPS to HTTP is refused. @default "#{protocol}" */
    readonly protocol?: "HTTP" | "HTTPS" | "#{protocol}";
    /** 1 to 128 characters; may hold `#{host}`. @default "#{host}" */
    readonly host?: string;
    /** 1 to 65535, or `#{port}`. @default "#{port}" */
    readonly port?: number | "#{port}";
    /** 1 to 128 characters that start with `/`; may hold `#{host}`, `#{path}`, `#{port}`. @default "/#{path}" */
    readonly path?: string;
    /** At most 128 characters without the leading `?`; may hold any placeholder. @default "#{query}" */
    readonly query?: string;
    /** 301 when true, 302 when false. Browsers keep a 301 for long. @default false */
    readonly permanent?: boolean;
  };
}

/** Answers by itself, without a target. */
export interface FixedResponseAction {
  readonly fixedResponse: {
    /** 200-299 or 400-599. */
    readonly statusCode: number;
    /** @default "text/plain" */
    readonly contentType?:
      | "text/plain"
      | "text/css"
      | "text/html"
      | "application/javascript"
      | "application/json";
    /** At most 1024 characters. @default no body */
    readonly messageBody?: string;
  };
}

interface AuthenticationOptions {
  /** `allow` lets the request through without claims, `deny` answers 401. @default "authenticate" */
  readonly onUnauthenticatedRequest?: "authenticate" | "allow" | "deny";
  /** @default "openid" */
  readonly scope?: string;
  /** @default "AWSELBAuthSessionCookie" */
  readonly sessionCookieName?: string;
  /** 1 to 604800 seconds. @default 604800 */
  readonly sessionTimeoutSeconds?: number;
  /** At most 10 extra query parameters for the sign-in page. */
  readonly extraParameters?: Readonly<Record<string, string>>;
}

/** Sign-in with an OpenID Connect provider. All endpoints are https addresses. */
export interface OidcAuthentication extends AuthenticationOptions {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userInfoEndpoint: string;
  readonly clientId: string;
  /** A reference to a variable or a secret, never a text: the plan would show it. */
  readonly clientSecret: string;
}

/** Sign-in with an Amazon Cognito user pool. */
export interface CognitoAuthentication extends AuthenticationOptions {
  readonly userPoolArn: string;
  readonly userPoolClientId: string;
  /** Domain prefix of the user pool, or its own domain. */
  readonly userPoolDomain: string;
}

export type Authentication =
  | { readonly oidc: OidcAuthentication }
  | { readonly cognito: CognitoAuthentication };

/** Kinds of routing action, as the keys of {@link RoutingAction}. */
export const ROUTING_KINDS = ["forward", "weightedForward", "redirect", "fixedResponse"] as const;
