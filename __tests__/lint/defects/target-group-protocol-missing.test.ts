import { targetGroupProtocolMissing } from "../../../lab/lint/defects/target-group-protocol-missing";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

it.each([
  ["instance", null],
  ["ip", null],
  ["instance", ""],
])("refuses a group of type %s without one, %j [TF22]", (target_type, protocol) => {
  expect(
    findIn(targetGroupProtocolMissing, groupWith({ target_type, protocol })).map(({ message }) => message),
  ).toEqual([`protocol must be set for a group of type ${target_type}, got none`]);
});

it("is silent about a function, which has none", () => {
  expect(findIn(targetGroupProtocolMissing, functionGroupWith({}))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(targetGroupProtocolMissing, groupWith({ protocol: "${var.value}" }))).toEqual([]);
  expect(
    findIn(targetGroupProtocolMissing, groupWith({ protocol: null, target_type: "${var.type}" })),
  ).toEqual([]);
});
