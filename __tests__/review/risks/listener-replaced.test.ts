import { Comparison, risksIn } from "../../../lab/review";
import { listenerReplaced } from "../../../lab/review/risks/listener-replaced";
import type { Shape } from "../../lint/support/shop";
import { risksOf, sidesOf } from "../support/hazards";

const withOther = (resource: Shape) => {
  resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
};

/** The listener is replaced although nothing in it is changed: somebody asks for it. */
const onRequest = (first: "create" | "destroy") => {
  const sides = sidesOf(() => {});
  const changes = sides.changes.changes.map((change) =>
    change.address === "aws_lb_listener.http"
      ? { ...change, kind: "replace" as const, first, reason: "replace_by_request" }
      : change,
  );
  return risksIn(new Comparison({ ...sides, changes: { ...sides.changes, changes } }), [listenerReplaced]);
};

it("says that the port is shut until the new listener is there", () => {
  const [risk] = onRequest("destroy");
  expect([risk?.level, risk?.message, ...(risk?.course ?? [])]).toEqual([
    "drops-traffic",
    "replaces the listener HTTP 80 of shop, on request",
    "Terraform destroys its rules and then it, then creates the listener, and then its rules and further certificates",
    "new connections to HTTP 80 of shop fail until the listener is there; then its default action answers until the rules are there",
  ]);
});

it("says that a load balancer has one listener a port [R1, G22]", () => {
  const [risk] = onRequest("create");
  expect(risk?.course[1]).toContain("AWS refuses it (DuplicateListener); or,");
  expect(risk?.fix).toContain("; take create_before_destroy away");
});

it("says which load balancer is left without the listener when it moves to another", () => {
  const moved = (resource: Shape) => {
    resource.aws_lb_listener.http.load_balancer_arn = "${aws_lb.other.arn}";
  };
  const [risk] = risksOf(listenerReplaced, moved, withOther);
  expect(risk?.message).toMatch(/^moves the listener HTTP 80 of shop to other, forced by load_balancer_arn/);
  expect(risk?.course[1]).toBe("from then on new connections to HTTP 80 of shop fail: nothing listens there");
});

it("finds a listener that another resource takes the place of, unless it is a rename", () => {
  const succeeded = (change: Shape) => (resource: Shape) => {
    resource.aws_lb_listener = { plain: { ...resource.aws_lb_listener.http, ...change } };
    resource.aws_lb_listener_rule.api.listener_arn = "${aws_lb_listener.plain.arn}";
  };
  const redirect = {
    type: "redirect",
    redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" },
  };
  const found = risksOf(listenerReplaced, succeeded({ default_action: [redirect], tags: { team: "shop" } }));
  expect(found.map(({ message }) => message)).toEqual([
    "destroys the listener HTTP 80 of shop (aws_lb_listener.http) and creates another at its port",
  ]);
  expect(risksOf(listenerReplaced, succeeded({}))).toEqual([]);
});

it("leaves it to the load balancer that is replaced", () => {
  const replaced = (resource: Shape) => {
    resource.aws_lb.shop.name = "store";
  };
  expect(risksOf(listenerReplaced, replaced)).toEqual([]);
});
