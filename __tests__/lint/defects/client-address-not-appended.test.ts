import { clientAddressNotAppended } from "../../../lab/lint/defects/client-address-not-appended";
import { foundAt, messagesOf } from "../support/patched";

const lbWith = (mode: string | null) => ({ aws_lb: { shop: { xff_header_processing_mode: mode } } });

test.each(["preserve", "remove"])("finds %s, after which nobody can trust the header [OWN-16]", (mode) => {
  expect(messagesOf(clientAddressNotAppended, lbWith(mode))).toEqual([
    `xff_header_processing_mode must be append, got "${mode}"`,
  ]);
});

test.each([null, "append", "${var.mode}", "something"])("says nothing of %p", (mode) => {
  expect(foundAt(clientAddressNotAppended, lbWith(mode))).toEqual([]);
});
