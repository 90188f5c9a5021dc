import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "drift-registration";

it("is a target that AWS does not have [U17]", () => {
  expect(linesOf(cause, { deployed: {}, targets: { "web-2": null } })).toEqual([
    "certain, web-2: a target is declared and not registered on AWS, or somebody has deregistered it; run terraform apply, which registers aws_lb_target_group_attachment.web-2",
  ]);
});

it.each<[string, Change]>([
  ["AWS has all of them", { deployed: {} }],
  ["nobody has asked AWS", { targets: { "web-2": null } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
