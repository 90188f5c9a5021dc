import { targetTypeUnknown } from "../../../lab/lint/defects/target-type-unknown";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";

const of = (target_type: unknown) => groupWith({ target_type });

it.each(["instances", "IP", "lamda", "ecs", "alb"])("refuses %j [TF21]", (type) => {
  expect(findIn(targetTypeUnknown, of(type)).map(({ message }) => message)).toEqual([
    `target_type must be instance, ip or lambda, got "${type}"`,
  ]);
});

it.each(["instance", "ip", "lambda", null, "${var.type}"])("is silent about %j", (type) => {
  expect(findIn(targetTypeUnknown, of(type))).toEqual([]);
});

it("is silent about a load balancer behind a network load balancer", () => {
  expect(findIn(targetTypeUnknown, networkGroupWith({ target_type: "alb" }))).toEqual([]);
});
