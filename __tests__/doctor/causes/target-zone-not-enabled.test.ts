import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "target-zone-not-enabled";

it("is certain where no subnet is in its zone [U15, H57]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_lb: { shop: { subnets: ["${aws_subnet.a.id}"] } } },
      targets: {
        "web-2": {
          state: "unused",
          reason: "Target.NotInUse",
          description: "Target is in an Availability Zone that is not enabled for the load balancer",
        },
      },
    }),
  ).toEqual([
    "certain, web-2: the target is in eu-west-1b, where the load balancer has no subnet; add a subnet of eu-west-1b to subnets of aws_lb.shop, or move the target",
  ]);
});

it.each<[string, Change]>([
  ["its group is not in use", { targets: { web: { state: "unused", reason: "Target.NotInUse" } } }],
  ["it is healthy", {}],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
