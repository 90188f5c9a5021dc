import { deletionProtectionOff } from "../../../lab/lint/defects/deletion-protection-off";
import { foundAt, messagesOf } from "../support/patched";

const lbWith = (isOn: unknown) => ({ aws_lb: { shop: { enable_deletion_protection: isOn } } });

test.each([null, false, "false"])("finds %p in production [CKV_AWS_150, ELB.6]", (isOn) => {
  expect(messagesOf(deletionProtectionOff, lbWith(isOn))).toEqual([
    "enable_deletion_protection must be true in production, got false",
  ]);
});

it("lets a lab be taken down", () => {
  expect(foundAt(deletionProtectionOff, {}, { profile: "lab" })).toEqual([]);
});

test.each([true, "true", "${var.protect}"])("says nothing of %p", (isOn) => {
  expect(foundAt(deletionProtectionOff, lbWith(isOn))).toEqual([]);
});
