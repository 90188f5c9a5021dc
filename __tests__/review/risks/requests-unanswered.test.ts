import { requestsUnanswered } from "../../../lab/review/risks/requests-unanswered";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";
import { withHttps } from "../support/https";

const refuse = [
  { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "404" } },
];

it("tells each set of requests that is refused, with who answered before", () => {
  const closed = (resource: Shape) => {
    resource.aws_lb_listener.http.default_action = refuse;
    resource.aws_lb_listener_rule.api.condition = [{ path_pattern: { values: ["/api/*"] } }];
  };
  const at = "no longer answers requests at HTTP 80 of shop";
  const keep = "keep a rule for them that forwards";
  expect(linesOf(requestsUnanswered, closed)).toEqual([
    `drops-traffic aws_lb_listener.http: ${at} (forward to web before, fixed response 404 after): ` +
      `all but those with path /api or /api/*; ${keep}; or redirect them to what answers instead`,
    `drops-traffic aws_lb_listener_rule.api: ${at} (forward to api before, fixed response 404 after): ` +
      `those with path /api; ${keep}, as aws_lb_listener_rule.api did; or redirect them to what answers instead`,
  ]);
});

it("shows a request that somebody can send", () => {
  const closed = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.action = refuse;
  };
  const [risk] = risksOf(requestsUnanswered, closed);
  expect(risk?.address).toBe("aws_lb_listener_rule.api");
  expect(risk?.course).toEqual([
    "once the change is made, aws_lb_listener_rule.api decides over them",
    "GET http://www.example.com/api then gets: fixed response 404",
  ]);
});

it("is silent where the requests go to another group, or are redirected", () => {
  const moved = (resource: Shape) => {
    delete resource.aws_lb_listener_rule;
  };
  expect(risksOf(requestsUnanswered, moved)).toEqual([]);
  const redirected = (resource: Shape) => {
    withHttps(resource);
    const redirect = { protocol: "HTTPS", port: "443", status_code: "HTTP_301" };
    resource.aws_lb_listener.http.default_action = [{ type: "redirect", redirect }];
  };
  expect(risksOf(requestsUnanswered, redirected, withHttps)).toEqual([]);
});

it("leaves it to what takes the listener away", () => {
  const gone = (resource: Shape) => {
    delete resource.aws_lb_listener;
    delete resource.aws_lb_listener_rule;
  };
  expect(risksOf(requestsUnanswered, gone)).toEqual([]);
});

it("does not guess where the action is unknown", () => {
  const unknown = (resource: Shape) => {
    resource.aws_lb_listener.http.default_action = "${local.actions}";
  };
  expect(risksOf(requestsUnanswered, unknown)).toEqual([]);
});

const redirect = (parts: object) => [
  { type: "redirect", redirect: { status_code: "HTTP_301", protocol: "HTTPS", ...parts } },
];
const toHttps = (parts: object) => (resource: Shape) => {
  withHttps(resource);
  resource.aws_lb_listener.http.default_action = redirect(parts);
};

it("a redirect leads to a port of the load balancer where nothing listens", () => {
  const [risk, ...others] = risksOf(requestsUnanswered, toHttps({ port: "8443" }), toHttps({ port: "443" }));
  expect(others).toEqual([]);
  expect(`${risk?.level} ${risk?.address}: ${risk?.message}`).toBe(
    "drops-traffic aws_lb_listener.http: redirects clients to port 8443 of aws_lb.shop, where nothing listens",
  );
});

it.each([
  ["to another host", { port: "8443", host: "www.example.net" }],
  ["to a port that is not known", { port: "${var.port}" }],
  ["to another port where something listens", { port: "80" }],
])("is silent on a redirect %s", (_, parts) => {
  expect(risksOf(requestsUnanswered, toHttps(parts), toHttps({ port: "443" }))).toEqual([]);
});
