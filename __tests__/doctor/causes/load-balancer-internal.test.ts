import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "load-balancer-internal";

it("is likely where a client saw no answer [U31]", () => {
  expect(
    linesOf(cause, { resource: { aws_lb: { shop: { internal: true } } }, requests: [{ status: 0 }] }),
  ).toEqual([
    "likely, shop: the load balancer is internal: its name leads to private addresses, which the internet does not reach; set internal of aws_lb.shop to false, which replaces it, or come from inside of its VPC",
  ]);
});

it.each<[string, Change]>([
  [
    "clients got answers",
    { resource: { aws_lb: { shop: { internal: true } } }, requests: [{ status: 200 }] },
  ],
  ["it is internet-facing", { requests: [{ status: 0 }] }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
