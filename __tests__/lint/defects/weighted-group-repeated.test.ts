import { weightedGroupRepeated } from "../../../lab/lint/defects/weighted-group-repeated";
import { arnOf, byDefault, inRule } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (...arns: readonly string[]) => ({
  type: "forward",
  forward: [{ target_group: arns.map((arn, index) => ({ arn, weight: index + 1 })) }],
});
const arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/old/0123456789abcdef";

it("warns of a group that an action names twice [R46]", () => {
  const [finding, ...others] = findIn(
    weightedGroupRepeated,
    byDefault(of(arnOf("web"), arnOf("api"), arnOf("web"))),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "warning" });
  expect(finding?.message).toContain("got aws_lb_target_group.web twice");
});

it("knows a group by its ARN, in a rule too", () => {
  expect(findIn(weightedGroupRepeated, inRule(of(arn, arn)))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it("is silent where each group stands once, also in two actions", () => {
  expect(findIn(weightedGroupRepeated, byDefault(of(arnOf("web"), arnOf("api"), arn)))).toEqual([]);
  const again = (resource: Shape) => {
    byDefault(of(arnOf("web"), arnOf("api")))(resource);
    inRule(of(arnOf("web"), arnOf("api")))(resource);
  };
  expect(findIn(weightedGroupRepeated, again)).toEqual([]);
});

it("does not judge groups that nobody knows", () => {
  expect(findIn(weightedGroupRepeated, byDefault(of("${var.group}", "${var.group}")))).toEqual([]);
});
