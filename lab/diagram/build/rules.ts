import {
  type Action,
  describeText,
  isUnknown,
  type Knowable,
  type Link,
  type Listener,
  type ListenerRule,
} from "../../topology";
import type { Fact, Route, RulePart } from "../diagram";
import { isLeaving } from "../mark";
import { type Drawn, partOf, type Sides } from "./sides";
import { describeActions, describeConditions, describeLink, describePriority } from "./words";

/** A rule as it is drawn, and the groups that it leads to. */
export function ruleOf(sides: Sides, rule: Drawn<ListenerRule>): RulePart {
  const priority = sides.fact(rule, "priority", describePriority);
  const conditions = sides.fact(rule, "conditions", describeConditions);
  const action = sides.fact(rule, "action", ({ actions }) => describeActions(actions, sides.names));
  const part = partOf([rule.now.address], [rule.mark], [priority, conditions, action]);
  return { ...part, priority, conditions, action, routes: routesOf(rule.now.actions) };
}

/** What a listener does where no rule matches. */
export function defaultOf(sides: Sides, listener: Drawn<Listener>): RulePart {
  const action = sides.fact(listener, "action", ({ defaultActions }) =>
    describeActions(defaultActions, sides.names),
  );
  const say = (about: string, text: string): Fact => ({ about, text });
  const isWhole = listener.mark === "added" || isLeaving(listener.mark);
  const part = partOf([], [isWhole ? listener.mark : undefined], [action]);
  return {
    ...part,
    priority: say("priority", "default"),
    conditions: say("conditions", "everything else"),
    action,
    routes: routesOf(listener.now.defaultActions),
  };
}

/** Rules in the order in which they are tried; one whose priority is not known comes last. */
export function compareRules({ now: one }: Drawn<ListenerRule>, { now: other }: Drawn<ListenerRule>): number {
  return rank(one) - rank(other) || (one.address < other.address ? -1 : 1);
}

function rank({ priority }: ListenerRule): number {
  if (priority === undefined) return 1e6;
  return isUnknown(priority) ? 2e6 : priority;
}

/** What a group is called inside of a diagram: one that is not declared here by its id or by what is known of it. */
function keyOf(link: Link): string {
  return "address" in link ? link.address : describeLink(link);
}

function routesOf(actions: Knowable<readonly Action[]>): readonly Route[] {
  if (isUnknown(actions)) return [];
  return actions.flatMap((action) => {
    if (isUnknown(action) || action.kind !== "forward" || isUnknown(action.groups)) return [];
    const { groups } = action;
    return groups.map(({ group, weight }) => ({
      group: keyOf(group),
      ...(groups.length > 1 && { weight: describeText(weight) }),
    }));
  });
}
