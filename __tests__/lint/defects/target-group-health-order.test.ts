import { targetGroupHealthOrder } from "../../../lab/lint/defects/target-group-health-order";
import { findIn, linesIn } from "../support/find";
import { groupWith } from "../support/group";

const health = (dns: object | undefined, routing: object) =>
  groupWith({
    target_group_health: { ...(dns && { dns_failover: dns }), unhealthy_state_routing: routing },
  });
const count = (value: unknown) => ({ minimum_healthy_targets_count: value });
const percentage = (value: unknown) => ({ minimum_healthy_targets_percentage: value });

it("refuses a zone that leaves DNS after requests go to everybody, by count [H75]", () => {
  expect(linesIn(targetGroupHealthOrder, health(count("1"), count(2)))).toEqual([
    "aws_lb_target_group.web: dns_failover minimum_healthy_targets_count must be at least that of " +
      "unhealthy_state_routing, got 1 and 2; raise the first or lower the second; without its block dns_failover " +
      "has a count of 1",
  ]);
});

it("refuses the same by percentage [H75]", () => {
  expect(
    findIn(targetGroupHealthOrder, health(percentage("40"), percentage("50"))).map(
      ({ severity }) => severity,
    ),
  ).toEqual(["error"]);
});

it("only warns where the first is a default, because sources disagree on it [H74]", () => {
  expect(findIn(targetGroupHealthOrder, health(undefined, count(2))).map(({ severity }) => severity)).toEqual(
    ["warning"],
  );
});

it.each([
  ["equal counts", count("2"), count(2)],
  ["equal percentages", percentage("50"), percentage("50")],
  ["different units", count("off"), percentage("50")],
  ["a count that is off", count("off"), count(3)],
  ["a count that nobody knows", count("${var.least}"), count(3)],
])("is silent about %s", (_, dns, routing) => {
  expect(findIn(targetGroupHealthOrder, health(dns, routing))).toEqual([]);
});
