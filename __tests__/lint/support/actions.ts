import type { Shape } from "./shop";

export type Change = (resource: Shape) => void;

/** The listener of the shop does this by default. */
export const byDefault =
  (...actions: readonly Shape[]): Change =>
  (resource) => {
    resource.aws_lb_listener.http.default_action = actions;
  };

/** The rule of the shop does this. */
export const inRule =
  (...actions: readonly Shape[]): Change =>
  (resource) => {
    resource.aws_lb_listener_rule.api.action = actions;
  };

/** The listener of the shop speaks HTTPS. */
export const overHttps =
  (change: Change = () => {}): Change =>
  (resource) => {
    Object.assign(resource.aws_lb_listener.http, {
      port: 443,
      protocol: "HTTPS",
      certificate_arn: "arn:aws:acm:eu-west-1:123456789012:certificate/0123",
    });
    change(resource);
  };

export const arnOf = (group: string) => `\${aws_lb_target_group.${group}.arn}`;

export const forward = (group = "web") => ({ type: "forward", target_group_arn: arnOf(group) });

/** A forward action by weight, such as `weighted({ web: 1, api: 2 })`. */
export const weighted = (weights: Readonly<Record<string, unknown>>, more: object = {}) => ({
  type: "forward",
  forward: {
    target_group: Object.entries(weights).map(([group, weight]) => ({ arn: arnOf(group), weight })),
    ...more,
  },
});

export const redirect = (parts: object) => ({
  type: "redirect",
  redirect: { status_code: "HTTP_302", ...parts },
});

export const fixedResponse = (parts: object = {}) => ({
  type: "fixed-response",
  fixed_response: { content_type: "text/plain", status_code: "404", ...parts },
});

export const oidc = (parts: object = {}) => ({
  type: "authenticate-oidc",
  authenticate_oidc: {
    issuer: "https://login.example.com",
    authorization_endpoint: "https://login.example.com/authorize",
    token_endpoint: "https://login.example.com/token",
    user_info_endpoint: "https://login.example.com/me",
    client_id: "shop",
    client_secret: "${var.client_secret}",
    ...parts,
  },
});

export const cognito = (parts: object = {}) => ({
  type: "authenticate-cognito",
  authenticate_cognito: {
    user_pool_arn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab1",
    user_pool_client_id: "shop",
    user_pool_domain: "shop-login",
    ...parts,
  },
});
