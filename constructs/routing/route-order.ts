import type { ProblemId } from "../checks/problem-ids";
import { isToken } from "../checks/values";
import type { RouteAction } from "./actions";
import type { RouteCondition } from "./conditions";
import { routesOverlap } from "./route-overlap";
import { FIRST_ASSIGNED, LAST_ASSIGNED } from "./rule-priority";

/** A route as its listener remembers it. */
export interface DeclaredRoute {
  readonly id: string;
  readonly priority: number;
  /** Whether the priority follows from the id. */
  readonly assigned: boolean;
  readonly conditions: readonly RouteCondition[];
  /** None when the action was refused. */
  readonly action: RouteAction | undefined;
}

/** What is wrong with the order of two routes of one listener, if anything. */
export function orderProblem(
  route: DeclaredRoute,
  other: DeclaredRoute,
): { readonly id: ProblemId; readonly message: string } | undefined {
  if (isToken(route.priority) || isToken(other.priority)) return undefined;
  const both = `routes "${other.id}" and "${route.id}"`;
  if (route.priority === other.priority) {
    const fix = `give one of them another priority, such as ${freePriority(route.priority)}`;
    return {
      id: "priority-taken",
      message: `${both} must differ in priority, got ${route.priority} twice; ${fix}`,
    };
  }
  if (!orderIsChance(route, other) || !routesOverlap(route.conditions, other.conditions)) return undefined;
  const fix = `give the narrower one a priority below ${FIRST_ASSIGNED}`;
  return {
    id: "route-order-unsaid",
    message: `${both} must not both match one request while their order is assigned, got patterns that overlap; ${fix}`,
  };
}

/** The order of two routes is meant when one of them was put before or after all assigned priorities. */
function orderIsChance(route: DeclaredRoute, other: DeclaredRoute): boolean {
  if (!route.assigned && !other.assigned) return false;
  const amid = ({ assigned, priority }: DeclaredRoute) =>
    assigned || (priority >= FIRST_ASSIGNED && priority <= LAST_ASSIGNED);
  return amid(route) && amid(other);
}

function freePriority(taken: number): number {
  return taken < LAST_ASSIGNED ? taken + 1 : taken - 1;
}
