import { answersOf, type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "uneven-by-algorithm";

it("is possible with another algorithm than round robin [S3]", () => {
  expect(
    linesOf(cause, {
      resource: {
        aws_lb_target_group: { web: { load_balancing_algorithm_type: "least_outstanding_requests" } },
      },
      requests: answersOf("web", 4),
    }),
  ).toEqual([
    "possible, web: the algorithm is least_outstanding_requests, which does not take turns; set load_balancing_algorithm_type of aws_lb_target_group.web to round_robin where servers shall alternate",
  ]);
});

it.each<[string, Change]>([
  [
    "they take turns, and somebody else is at fault",
    {
      resource: { aws_lb_target_group: { web: { load_balancing_algorithm_type: "round_robin" } } },
      requests: answersOf("web", 4),
    },
  ],
  [
    "it is sticky, which explains more",
    {
      resource: {
        aws_lb_target_group: {
          web: {
            load_balancing_algorithm_type: "least_outstanding_requests",
            stickiness: { type: "lb_cookie", enabled: true },
          },
        },
      },
      requests: answersOf("web", 4),
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
