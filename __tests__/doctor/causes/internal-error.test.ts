import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "internal-error";

it("is a fault of the load balancer on AWS [H55]", () => {
  expect(linesOf(cause, { targets: { web: { state: "unavailable", reason: "Elb.InternalError" } } })).toEqual(
    [
      "likely, web: the load balancer itself could not make the health check; wait some minutes; ask AWS Support if it lasts",
    ],
  );
});

it("is a health check that cannot be sent in a local lab", () => {
  expect(linesOf(cause, { source: "local", targets: { web: unhealthy("Elb.InternalError") } })).toEqual([
    "likely, web: the health check cannot be sent as it is set; correct health_check path of aws_lb_target_group.web: it has characters that no request can have",
  ]);
});

it.each<[string, Change]>([["the target is at fault", { targets: { web: unhealthy("Target.Timeout") } }]])(
  "is silent where %s",
  (_, change) => {
    expect(idsIn(change)).not.toContain(cause);
  },
);
