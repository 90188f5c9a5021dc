import { mutualAuthenticationIncomplete } from "../../../lab/lint/defects/mutual-authentication-incomplete";
import { findIn, linesIn } from "../support/find";
import { withHttps } from "../support/https";

const STORE = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/clients/1234567890abcdef";

const withBlock = (block: unknown, change: object = {}) =>
  withHttps({ mutual_authentication: block, ...change });

it.each([undefined, null, ""])("refuses to verify against the trust store %p [TF58]", (trust_store_arn) => {
  expect(linesIn(mutualAuthenticationIncomplete, withBlock({ mode: "verify", trust_store_arn }))).toEqual([
    "aws_lb_listener.https: trust_store_arn must be set where the mode of mutual_authentication is " +
      '"verify", got none; set it to the arn of an aws_lb_trust_store, or set mode to passthrough or off',
  ]);
});

it("sees the block as a list of one", () => {
  expect(findIn(mutualAuthenticationIncomplete, withBlock([{ mode: "verify" }]))).toHaveLength(1);
});

it.each(["verify", "passthrough"])("refuses %s on HTTP [TF58]", (mode) => {
  const http = withBlock({ mode, trust_store_arn: STORE }, { protocol: "HTTP" });
  expect(linesIn(mutualAuthenticationIncomplete, http)).toEqual([
    `aws_lb_listener.https: mutual_authentication must be on an HTTPS listener, got mode "${mode}" on HTTP; ` +
      "remove the block, or make the listener HTTPS",
  ]);
});

it.each(["off", "passthrough"])("warns of a trust store that nobody looks at in mode %s", (mode) => {
  const idle = withBlock({ mode, trust_store_arn: STORE });
  expect(findIn(mutualAuthenticationIncomplete, idle)).toMatchObject([{ severity: "warning" }]);
  expect(linesIn(mutualAuthenticationIncomplete, idle)).toEqual([
    'aws_lb_listener.https: mode of mutual_authentication must be "verify" for a trust store to be used, ' +
      `got "${mode}"; set mode to verify, or remove trust_store_arn`,
  ]);
});

it.each([
  { mode: "verify", trust_store_arn: STORE },
  { mode: "verify", trust_store_arn: "${aws_lb_trust_store.clients.arn}" },
  { mode: "verify", trust_store_arn: "${var.store}" },
  { mode: "passthrough" },
  { mode: "passthrough", trust_store_arn: "${var.store}" },
  { mode: "off" },
  { mode: "${var.mode}" },
  [],
  "${var.blocks}",
])("is silent about %j", (block) => {
  expect(findIn(mutualAuthenticationIncomplete, withBlock(block))).toEqual([]);
});

it("is silent where mutual authentication is off on HTTP, as Terraform's state has it", () => {
  const off = withBlock([{ mode: "off", trust_store_arn: "" }], { protocol: "HTTP" });
  expect(findIn(mutualAuthenticationIncomplete, off)).toEqual([]);
  const perhaps = withBlock({ mode: "off", trust_store_arn: "${var.store}" }, { protocol: "HTTP" });
  expect(findIn(mutualAuthenticationIncomplete, perhaps)).toEqual([]);
});
