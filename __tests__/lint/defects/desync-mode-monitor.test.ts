import { desyncModeMonitor } from "../../../lab/lint/defects/desync-mode-monitor";
import { foundAt, messagesOf } from "../support/patched";

const lbWith = (mode: string | null) => ({ aws_lb: { shop: { desync_mitigation_mode: mode } } });

it("finds a load balancer that only watches [CKV_AWS_328, ELB.12]", () => {
  expect(messagesOf(desyncModeMonitor, lbWith("monitor"))).toEqual([
    'desync_mitigation_mode must be defensive or strictest, got "monitor"',
  ]);
});

test.each([null, "defensive", "strictest", "${var.mode}"])("says nothing of %p", (mode) => {
  expect(foundAt(desyncModeMonitor, lbWith(mode))).toEqual([]);
});
