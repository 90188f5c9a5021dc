import { instancePublicAddress } from "../../../lab/lint/defects/instance-public-address";
import { foundAt } from "../support/patched";
import { webWith } from "../support/servers";

const templateOf = (value: unknown) => ({
  aws_launch_template: { one: { network_interfaces: [{ associate_public_ip_address: value }] } },
});

test.each([
  ["a server", webWith({ associate_public_ip_address: true }), "aws_instance.web"],
  ["a server, as text", webWith({ associate_public_ip_address: "true" }), "aws_instance.web"],
  ["a template", templateOf("true"), "aws_launch_template.one"],
  [
    "a configuration",
    { aws_launch_configuration: { one: { associate_public_ip_address: true } } },
    "aws_launch_configuration.one",
  ],
])("finds %s that asks for a public address [CKV_AWS_88, EC2.9, EC2.25]", (_, patch, address) => {
  expect(foundAt(instancePublicAddress, patch)).toEqual([address]);
  expect(foundAt(instancePublicAddress, patch, { profile: "lab" })).toEqual([]);
});

test.each([
  ["a server without one", webWith({ associate_public_ip_address: false })],
  ["a server that does not say", webWith({})],
  ["a server of which nobody knows", webWith({ associate_public_ip_address: "${var.public}" })],
  ["a template without one", templateOf(false)],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(instancePublicAddress, patch)).toEqual([]);
});
