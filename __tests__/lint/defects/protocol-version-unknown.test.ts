import { protocolVersionUnknown } from "../../../lab/lint/defects/protocol-version-unknown";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const set = (value: unknown) => groupWith({ protocol_version: value });

it.each(["HTTP/2", "h2", "HTTP1.1", "HTTP3"])("refuses %j [TF23]", (value) => {
  expect(
    findIn(protocolVersionUnknown, set(value)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([`aws_lb_target_group.web: protocol_version must be HTTP1, HTTP2 or GRPC, got "${value}"`]);
});

it.each(["HTTP1", "HTTP2", "GRPC", "grpc", null])("is silent about %j", (value) => {
  expect(findIn(protocolVersionUnknown, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(protocolVersionUnknown, set("${var.value}"))).toEqual([]);
});
