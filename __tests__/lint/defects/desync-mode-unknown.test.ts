import { desyncModeUnknown } from "../../../lab/lint/defects/desync-mode-unknown";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (desync_mitigation_mode: string | undefined) => (resource: Shape) => {
  resource.aws_lb.shop.desync_mitigation_mode = desync_mitigation_mode;
};

it.each(["strict", "Defensive", "off"])("refuses %s [N46, TF9]", (value) => {
  const [finding, ...others] = findIn(desyncModeUnknown, of(value));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain(`got "${value}"`);
});

it.each([...["monitor", "defensive", "strictest"], "", undefined, "${var.value}"])(
  "is silent about %s",
  (value) => {
    expect(findIn(desyncModeUnknown, of(value))).toEqual([]);
  },
);
