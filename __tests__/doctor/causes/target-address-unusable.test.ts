import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "target-address-unusable";

it("is an address of a load balancer [U18, H59]", () => {
  expect(
    linesOf(cause, { targets: { web: { state: "unused", reason: "Target.IpUnusable", id: "10.0.0.7" } } }),
  ).toEqual([
    "certain, web: the address 10.0.0.7 is one of a load balancer in this VPC, which cannot be a target; set target_id of aws_lb_target_group_attachment.web to the address of a server",
  ]);
});

it.each<[string, Change]>([
  [
    "the target is unused for another reason",
    { targets: { web: { state: "unused", reason: "Target.NotInUse" } } },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
