import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "health-path-redirects";

it("is likely with a redirect [U2, H24]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(301) } })).toEqual([
    'likely, web: the server answers "/health" with a redirect, 301, which health checks do not follow; set health_check path of aws_lb_target_group.web to one that answers 200 by itself, or its matcher to 200-399',
  ]);
});

it.each<[string, Change]>([["there is no such path", { targets: { web: unhealthy(404) } }]])(
  "is silent where %s",
  (_, change) => {
    expect(idsIn(change)).not.toContain(cause);
  },
);
