import { imageOfAnybody } from "../../../lab/lint/defects/image-of-anybody";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const imageWith = (settings: Shape) => ({ data: { aws_ami: { shop: { most_recent: true, ...settings } } } });
const byName = { name: "name", values: ["shop-*"] };

test.each([
  ["no owners", { filter: byName }],
  ["an empty list", { filter: [byName], owners: [] }],
])("finds a look-up with %s [AWS-0344]", (_, settings) => {
  expect(foundAt(imageOfAnybody, imageWith(settings))).toEqual(["data.aws_ami.shop"]);
});

test.each([
  ["owners", { filter: byName, owners: ["amazon"] }],
  ["owners that nobody knows", { filter: byName, owners: "${var.owners}" }],
  ["an owner among the filters", { filter: [byName, { name: "owner-alias", values: ["amazon"] }] }],
  ["filters that nobody knows", { filter: "${var.filters}" }],
])("says nothing of a look-up with %s", (_, settings) => {
  expect(foundAt(imageOfAnybody, imageWith(settings))).toEqual([]);
});
