import { authenticateIncomplete } from "../../../lab/lint/defects/authenticate-incomplete";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";

const on = (action: object) => overHttps(byDefault(action, forward()));

it.each([
  "issuer",
  "authorization_endpoint",
  "token_endpoint",
  "user_info_endpoint",
  "client_id",
  "client_secret",
])("refuses OIDC without %s, absent or empty [R70]", (name) => {
  for (const value of [null, ""]) {
    const found = findIn(authenticateIncomplete, on(oidc({ [name]: value })));
    expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
    expect(found[0]?.message.endsWith(`got no ${name}`)).toBe(true);
  }
});

it.each(["user_pool_arn", "user_pool_client_id", "user_pool_domain"])(
  "refuses Cognito without %s [R70]",
  (name) => {
    for (const value of [null, ""]) {
      const found = findIn(authenticateIncomplete, on(cognito({ [name]: value })));
      expect(found).toHaveLength(1);
      expect(found[0]?.message.endsWith(`got no ${name}`)).toBe(true);
    }
  },
);

it.each([
  ["issuer", "login.example.com"],
  ["authorization_endpoint", "http://login.example.com/authorize"],
  ["token_endpoint", "/token"],
  ["user_info_endpoint", "https://"],
])("refuses %s %s: it must be a whole https address [R70]", (name, value) => {
  const found = findIn(authenticateIncomplete, on(oidc({ [name]: value })));
  expect(found.map(({ message }) => message)).toEqual([
    `authenticate_oidc ${name} must be a whole https address, got "${value}"`,
  ]);
});

it.each([
  ["user_pool_arn", "eu-west-1_Ab1", "the ARN of a user pool"],
  ["user_pool_arn", "arn:aws:cognito-idp:eu-west-1:123456789012:userpool", "the ARN of a user pool"],
  ["user_pool_domain", "https://login.example.com", "a prefix or a domain, not an address"],
  ["user_pool_domain", "login.example.com/oauth2", "a prefix or a domain, not an address"],
])("refuses %s %s [R70]", (name, value, must) => {
  const found = findIn(authenticateIncomplete, on(cognito({ [name]: value })));
  expect(found.map(({ message }) => message)).toEqual([
    `authenticate_cognito ${name} must be ${must}, got "${value}"`,
  ]);
});

it("names all that is missing at once, in rules too, and never shows the secret", () => {
  const action = oidc({ issuer: null, client_id: null, client_secret: "hunter2", token_endpoint: "x" });
  const found = findIn(authenticateIncomplete, overHttps(inRule(action, forward())));
  expect(found.map(({ address }) => address)).toEqual(Array(2).fill("aws_lb_listener_rule.api"));
  expect(JSON.stringify(found)).toContain("got no issuer or client_id");
  expect(JSON.stringify(found)).not.toContain("hunter2");
});

it.each([
  ["OIDC", oidc()],
  ["Cognito", cognito()],
  [
    "a pool of another partition",
    cognito({ user_pool_arn: "arn:aws-us-gov:cognito-idp:us-gov-west-1:123456789012:userpool/x" }),
  ],
  ["a domain of one's own", cognito({ user_pool_domain: "login.example.com" })],
  [
    "what nobody knows",
    oidc({ issuer: "${var.issuer}", token_endpoint: "${var.base}/token", client_id: "${var.id}" }),
  ],
  ["a pool that is made here", cognito({ user_pool_arn: "${aws_cognito_user_pool.shop.arn}" })],
])("is silent about %s", (_, action) => {
  expect(findIn(authenticateIncomplete, on(action))).toEqual([]);
});

it("says nothing where the block is missing, a mistake of its own", () => {
  expect(findIn(authenticateIncomplete, on({ type: "authenticate-oidc" }))).toEqual([]);
});
