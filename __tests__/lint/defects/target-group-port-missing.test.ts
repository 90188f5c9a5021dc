import { targetGroupPortMissing } from "../../../lab/lint/defects/target-group-port-missing";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

it.each([
  ["instance", null],
  ["ip", null],
  ["instance", ""],
])("refuses a group of type %s without one, %j [TF22]", (target_type, port) => {
  expect(
    findIn(targetGroupPortMissing, groupWith({ target_type, port })).map(({ message }) => message),
  ).toEqual([`port must be set for a group of type ${target_type}, got none`]);
});

it("is silent about a function, which has none", () => {
  expect(findIn(targetGroupPortMissing, functionGroupWith({}))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(targetGroupPortMissing, groupWith({ port: "${var.value}" }))).toEqual([]);
  expect(findIn(targetGroupPortMissing, groupWith({ port: null, target_type: "${var.type}" }))).toEqual([]);
});
