import { tooManyTags } from "../../../lab/lint/defects/too-many-tags";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`tag-${n}`, "x"]));

it.each([
  "aws_lb",
  "aws_lb_listener",
  "aws_lb_listener_rule",
  "aws_lb_target_group",
  "aws_instance",
  "aws_vpc",
])("refuses 51 tags of %s and takes 50 [N9]", (type) => {
  const tagged = (count: number) => (resource: Shape) => {
    const [first] = Object.values<Shape>(resource[type]);
    first.tags = tags(count);
  };
  expect(findIn(tooManyTags, tagged(51))).toMatchObject([
    { severity: "error", message: "tags must be at most 50, got 51" },
  ]);
  expect(findIn(tooManyTags, tagged(50))).toEqual([]);
});

it("does not count keys of AWS, and is silent about tags that are not known", () => {
  const some = (given: unknown) => (resource: Shape) => {
    resource.aws_lb.shop.tags = given;
  };
  expect(findIn(tooManyTags, some({ ...tags(50), "aws:createdBy": "x" }))).toEqual([]);
  expect(findIn(tooManyTags, some("${var.tags}"))).toEqual([]);
});
