import { requestProtectionWeakened } from "../../../lab/review/risks/request-protection-weakened";
import { linesOf, patch, risksOf } from "../support/hazards";

const lb = (shop: object) => patch({ aws_lb: { shop } });

const messagesOf = (change: object, base: object = {}) =>
  risksOf(requestProtectionWeakened, lb(change), lb(base)).map(({ message }) => message);

it("tells of headers, odd requests and a firewall that stop less [P12, P-E11, N46, N51, N53]", () => {
  expect(linesOf(requestProtectionWeakened, lb({ drop_invalid_header_fields: false }))).toEqual([
    "needs-care aws_lb.shop: no longer drops headers with invalid names; leave drop_invalid_header_fields true",
  ]);
  expect(messagesOf({ desync_mitigation_mode: "monitor" })).toEqual([
    "lowers the desync mitigation mode from defensive to monitor",
  ]);
  expect(messagesOf({ enable_waf_fail_open: true })).toEqual([
    "lets requests through when the firewall cannot be asked",
  ]);
  expect(messagesOf({ xff_header_processing_mode: "preserve" })).toEqual([
    "passes X-Forwarded-For on as the client wrote it",
  ]);
});

it("tells of a sign-in that is no longer asked for [R71]", () => {
  const forward = { type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" };
  const signIn = (mode: string) => ({
    type: "authenticate-cognito",
    authenticate_cognito: [
      {
        user_pool_arn: "a",
        user_pool_client_id: "b",
        user_pool_domain: "c",
        on_unauthenticated_request: mode,
      },
    ],
  });
  const rule = (...action: object[]) => patch({ aws_lb_listener_rule: { api: { action } } });
  const base = rule({ ...signIn("authenticate"), order: 1 }, { ...forward, order: 2 });
  const found = (change: ReturnType<typeof rule>) =>
    risksOf(requestProtectionWeakened, change, base).map(({ message }) => message);
  expect(found(rule(forward))).toEqual(["no longer asks people to sign in (authenticate-cognito)"]);
  expect(found(rule({ ...signIn("allow"), order: 1 }, { ...forward, order: 2 }))).toEqual([
    "lets people through who have not signed in (on_unauthenticated_request is allow)",
  ]);
  expect(
    found(
      rule({ type: "fixed-response", fixed_response: [{ content_type: "text/plain", status_code: "404" }] }),
    ),
  ).toEqual([]);
});

it("tells of clients whose certificates are no longer verified [TF58]", () => {
  const listener = (mode: string | null) =>
    patch({
      aws_lb_listener: {
        http: { mutual_authentication: mode === null ? null : [{ mode, trust_store_arn: "t" }] },
      },
    });
  for (const mode of ["passthrough", "off"])
    expect(risksOf(requestProtectionWeakened, listener(mode), listener("verify"))).toHaveLength(1);
  // the provider leaves it on where the block goes away
  expect(risksOf(requestProtectionWeakened, listener(null), listener("verify"))).toEqual([]);
});

it("is silent on what is stricter, written out, or no protection", () => {
  expect(messagesOf({ desync_mitigation_mode: "strictest" })).toEqual([]);
  expect(messagesOf({ desync_mitigation_mode: "defensive", enable_waf_fail_open: false })).toEqual([]);
  expect(messagesOf({ preserve_host_header: true, idle_timeout: 30 })).toEqual([]);
  expect(messagesOf({ drop_invalid_header_fields: "${var.strict}" })).toEqual([]);
});
