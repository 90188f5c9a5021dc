import { reviewOf, sidesOfPlan } from "../../lab/review";
import { parseInput } from "../../lab/topology";

/** The verdict of a plan that destroys one object. */
function verdictOf(type: string) {
  const change = { actions: ["delete"], before: { id: "x" }, after: null };
  const plan = {
    format_version: "1.2",
    planned_values: {},
    resource_changes: [{ address: `${type}.x`, type, mode: "managed", name: "x", change }],
  };
  const sides = sidesOfPlan(parseInput(JSON.stringify(plan), "plan.json"));
  if (sides === undefined) throw new Error("no plan");
  return reviewOf(sides).verdict;
}

it.each(["aws_iam_role_policy", "aws_cloudwatch_metric_alarm", "aws_db_subnet_group", "random_id"])(
  "what %s says can be said again",
  (type) => {
    expect(verdictOf(type)).toEqual({
      level: "safe",
      reason: "1 resource replaced or destroyed, without an effect on requests or data that is known here",
    });
  },
);

it.each(["aws_apigatewayv2_api", "aws_volume_attachment", "google_sql_database_instance"])(
  "what depends on %s nobody here can say",
  (type) => {
    expect(verdictOf(type)).toEqual({
      level: "needs-care",
      reason: `not understood: ${type}.x is to be destroyed, of a type that this version does not know (${type})`,
    });
  },
);
