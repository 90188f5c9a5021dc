import { instanceMetadataV1 } from "../../../lab/lint/defects/instance-metadata-v1";
import { foundAt } from "../support/patched";
import { templateWith, webWith } from "../support/servers";
import type { Shape } from "../support/shop";

const options = (settings: Shape) => ({ metadata_options: settings });

test.each([
  ["nothing", webWith({ metadata_options: null })],
  [
    "a block without it",
    webWith({ metadata_options: [{ http_tokens: null, http_put_response_hop_limit: 1 }] }),
  ],
  ["optional", webWith(options({ http_tokens: "optional" }))],
])("finds a server that says %s [CKV_AWS_79, AWS-0028, EC2.8]", (_, patch) => {
  expect(foundAt(instanceMetadataV1, patch)).toEqual(["aws_instance.web"]);
});

it("finds a template and a configuration that say nothing [AWS-0130, EC2.170]", () => {
  const patch = { aws_launch_template: { one: {} }, aws_launch_configuration: { other: {} } };
  expect(foundAt(instanceMetadataV1, patch)).toEqual([
    "aws_launch_configuration.other",
    "aws_launch_template.one",
  ]);
});

it("asks the template of a server that does not say it, once", () => {
  const patch = templateWith(options({ http_tokens: "optional" }), { metadata_options: null });
  expect(foundAt(instanceMetadataV1, patch)).toEqual(["aws_launch_template.web"]);
});

test.each([
  ["version 2 only", webWith(options({ http_tokens: "required" }))],
  ["no metadata at all", webWith(options({ http_tokens: "optional", http_endpoint: "disabled" }))],
  ["what nobody knows", webWith(options({ http_tokens: "${var.tokens}" }))],
  ["a template whose servers all say it themselves", templateWith({})],
  [
    "an account that requires it",
    {
      ...webWith({ metadata_options: null }),
      aws_ec2_instance_metadata_defaults: { here: { http_tokens: "required" } },
    },
  ],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(instanceMetadataV1, patch)).toEqual([]);
});
