import { autoScalingWithoutTags } from "../../../lab/lint/defects/auto-scaling-without-tags";
import { foundAt } from "../support/patched";
import { scalingWith } from "../support/servers";

const tag = { key: "Name", value: "web", propagate_at_launch: true };

test.each([null, []])("finds a group with %p for tags [CKV_AWS_153]", (tags) => {
  expect(foundAt(autoScalingWithoutTags, scalingWith({ tag: tags }))).toEqual(["aws_autoscaling_group.web"]);
});

test.each([
  ["a tag", { tag }],
  ["a list of tags", { tag: [tag, { ...tag, key: "Team" }] }],
  ["tags of the older kind", { tags: [tag] }],
  ["tags that are made dynamically", { dynamic: { tag: { for_each: "${var.tags}", content: {} } } }],
])("says nothing of a group with %s", (_, settings) => {
  expect(foundAt(autoScalingWithoutTags, scalingWith(settings))).toEqual([]);
});
