import { xffPortNeedsAppend } from "../../../lab/lint/defects/xff-port-needs-append";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (enable_xff_client_port: unknown, xff_header_processing_mode?: string) => (resource: Shape) => {
  Object.assign(resource.aws_lb.shop, { enable_xff_client_port, xff_header_processing_mode });
};

it.each(["preserve", "remove"])("warns of a client port that %s ignores [P3]", (mode) => {
  for (const enabled of [true, "true"])
    expect(findIn(xffPortNeedsAppend, of(enabled, mode))).toMatchObject([
      { severity: "warning", message: expect.stringContaining(`is ${mode}, got true`) },
    ]);
});

it.each([
  [true, "append"],
  [true, undefined],
  [false, "preserve"],
  ["${var.port}", "preserve"],
  [true, "${var.mode}"],
  [true, "other"],
])("is silent about %s with %s", (enabled, mode) => {
  expect(findIn(xffPortNeedsAppend, of(enabled, mode))).toEqual([]);
});
