import { type Change, checked, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "matcher-never-passes";

it("is a matcher that AWS does not take [H8, H10]", () => {
  expect(
    linesOf(cause, {
      resource: checked({ matcher: "200-599" }),
      targets: { web: unhealthy(200), "web-2": unhealthy(200) },
    }),
  ).toEqual([
    'certain, web,web-2: the matcher "200-599" is none that AWS takes: codes are 200 to 499; set health_check matcher of aws_lb_target_group.web to codes from 200 to 499, such as 200 or 200-299',
  ]);
});

it("comes after what keeps the target from answering at all [H53]", () => {
  const targets = { web: unhealthy("Target.Timeout") };
  expect(idsIn({ resource: checked({ matcher: "200-599" }), targets })).toEqual(["slow-answer", cause]);
});

it.each<[string, Change]>([
  [
    "the matcher is fine",
    { resource: checked({ matcher: "200-299,302" }), targets: { web: unhealthy(404) } },
  ],
  ["nobody knows it", { resource: checked({ matcher: "${var.codes}" }), targets: { web: unhealthy(404) } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
