import { xffModeUnknown } from "../../../lab/lint/defects/xff-mode-unknown";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (xff_header_processing_mode: string | undefined) => (resource: Shape) => {
  resource.aws_lb.shop.xff_header_processing_mode = xff_header_processing_mode;
};

it.each(["replace", "Append", "off"])("refuses %s [N51, TF9]", (value) => {
  const [finding, ...others] = findIn(xffModeUnknown, of(value));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain(`got "${value}"`);
});

it.each([...["append", "preserve", "remove"], "", undefined, "${var.value}"])(
  "is silent about %s",
  (value) => {
    expect(findIn(xffModeUnknown, of(value))).toEqual([]);
  },
);
