import { instanceWithManyInterfaces } from "../../../lab/lint/defects/instance-with-many-interfaces";
import { foundAt, messagesOf } from "../support/patched";
import { webWith } from "../support/servers";

const one = { device_index: 0, network_interface_id: "eni-1" };
const other = { device_index: 1, network_interface_id: "eni-2" };

it("finds a server in two networks [EC2.17]", () => {
  expect(messagesOf(instanceWithManyInterfaces, webWith({ network_interface: [one, other] }))).toEqual([
    "network_interface must be there once at most, got 2",
  ]);
});

it("finds a template that makes such servers", () => {
  const patch = { aws_launch_template: { one: { network_interfaces: [one, other] } } };
  expect(foundAt(instanceWithManyInterfaces, patch)).toEqual(["aws_launch_template.one"]);
});

test.each([
  ["one interface", [one]],
  ["one that is not in a list", one],
  ["interfaces that nobody knows", "${var.interfaces}"],
])("says nothing of %s", (_, interfaces) => {
  expect(foundAt(instanceWithManyInterfaces, webWith({ network_interface: interfaces }))).toEqual([]);
});
