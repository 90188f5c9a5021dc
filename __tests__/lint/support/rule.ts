import type { Defect, Finding } from "../../../lab/lint";
import { findIn } from "./find";
import type { Shape } from "./shop";

/** Gives the one rule of the shop these conditions, in place of its own. */
export const withConditions =
  (...condition: readonly unknown[]) =>
  (resource: Shape): void => {
    resource.aws_lb_listener_rule.api.condition = condition;
  };

/** What one defect finds in the shop whose rule has these conditions. */
export function findInConditions(defect: Defect, ...conditions: readonly unknown[]): readonly Finding[] {
  return findIn(defect, withConditions(...conditions));
}

/** Makes the load balancer of the shop one that runs no rules. */
export function asNetwork(resource: Shape): void {
  resource.aws_lb.shop.load_balancer_type = "network";
}
