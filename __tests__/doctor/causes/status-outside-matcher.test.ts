import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "status-outside-matcher";

it("is likely with a success that is not listed [H8, H10]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(204) } })).toEqual([
    'likely, web: the server answers "/health" with 204 that is not in the matcher, 200; add 204 to health_check matcher of aws_lb_target_group.web, or let the server answer 200',
  ]);
});

it("is likely with a refusal that has no cause of its own", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(429) } })).toEqual([
    'likely, web: the server answers "/health" with 429 that is not in the matcher, 200; add 429 to health_check matcher of aws_lb_target_group.web, or let the server answer 200',
  ]);
});

it.each<[string, Change]>([
  ["the status has a cause of its own", { targets: { web: unhealthy(404) } }],
  ["nothing answers", { targets: { web: unhealthy("Target.Timeout") } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
