import { instanceNotEbsOptimized } from "../../../lab/lint/defects/instance-not-ebs-optimized";
import { foundAt, messagesOf } from "../support/patched";
import { templateWith } from "../support/servers";

const both = (value: unknown) => ({
  aws_instance: { web: { ebs_optimized: value }, api: { ebs_optimized: true } },
});

test.each([null, false])("finds a server with %p in production [CKV_AWS_135]", (value) => {
  expect(messagesOf(instanceNotEbsOptimized, both(value))).toEqual(["ebs_optimized must be true, got false"]);
  expect(foundAt(instanceNotEbsOptimized, both(value), { profile: "lab" })).toEqual([]);
});

it("asks the template of a server that does not say it", () => {
  const found = foundAt(instanceNotEbsOptimized, templateWith({ ebs_optimized: "false" }));
  expect(found).toContain("aws_launch_template.web");
  expect(found).not.toContain("aws_instance.web");
});

test.each([true, "true", "${var.optimized}"])("says nothing of %p", (value) => {
  expect(foundAt(instanceNotEbsOptimized, both(value))).toEqual([]);
});
