import { logRetentionRefused } from "../../../lab/lint/defects/log-retention-refused";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const keptFor = (retention_in_days: unknown) => (resource: Shape) => {
  resource.aws_cloudwatch_log_group = { flow: { name: "flow", retention_in_days } };
  resource.aws_flow_log = {
    main: { vpc_id: "${aws_vpc.main.id}", log_destination: "${aws_cloudwatch_log_group.flow.arn}" },
  };
};

test.each([
  [10, 14],
  [2, 3],
  [366, 400],
  [4000, 3653],
  [-1, 0],
])("refuses %d days and says what to take [B88]", (days, instead) => {
  expect(findIn(logRetentionRefused, keptFor(days))).toMatchObject([
    {
      address: "aws_cloudwatch_log_group.flow",
      message: `retention_in_days must be one of 1, 3, 5, 7, 14, 30 and so on, got ${days}`,
      fix: `take ${instead}`,
    },
  ]);
});

test.each([0, 1, 14, 365, 3653, "30", "${var.days}", undefined])("says nothing of %s", (days) => {
  expect(findIn(logRetentionRefused, keptFor(days))).toEqual([]);
});
