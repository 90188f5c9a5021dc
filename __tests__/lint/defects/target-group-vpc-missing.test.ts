import { targetGroupVpcMissing } from "../../../lab/lint/defects/target-group-vpc-missing";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

it.each([
  ["instance", null],
  ["ip", null],
  ["instance", ""],
])("refuses a group of type %s without one, %j [TF22]", (target_type, vpc_id) => {
  expect(
    findIn(targetGroupVpcMissing, groupWith({ target_type, vpc_id })).map(({ message }) => message),
  ).toEqual([`vpc_id must be set for a group of type ${target_type}, got none`]);
});

it("is silent about a function, which has none", () => {
  expect(findIn(targetGroupVpcMissing, functionGroupWith({}))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(targetGroupVpcMissing, groupWith({ vpc_id: "${var.value}" }))).toEqual([]);
  expect(findIn(targetGroupVpcMissing, groupWith({ vpc_id: null, target_type: "${var.type}" }))).toEqual([]);
});
