import {
  type Action,
  type Condition,
  describeAction,
  describeCondition,
  describeText,
  describeUnknown,
  isUnknown,
  type Knowable,
  type Link,
  type ListenerRule,
} from "../../topology";
import type { Names } from "./names";

/** What cannot be followed: an id of something that is declared elsewhere, or the reason why nobody can say. */
export function describeLink(link: Link): string {
  if (isUnknown(link)) return describeUnknown(link);
  return "external" in link ? link.external : link.address;
}

export function addressOf(link: Link): string | undefined {
  return "address" in link ? link.address : undefined;
}

export function describePriority({ priority }: ListenerRule): string {
  return priority === undefined ? "next free" : describeText(priority);
}

export function describeConditions({ conditions, instances }: ListenerRule): string {
  const texts = isUnknown(conditions) ? [describeUnknown(conditions)] : conditions.map(describeOne);
  const many = instances === undefined ? "" : `, once for each of ${describeUnknown(instances)}`;
  return `${texts.join(" and ") || "no condition"}${many}`;
}

/** Headers by which somebody proves who they are. */
const telling = /auth|token|secret|key|verify|pass|cookie|signature/i;

/** A picture goes to more people than a plan: what a client has to know is not in it. */
function describeOne(condition: Condition): string {
  if (isUnknown(condition) || condition.kind !== "http-header") return describeCondition(condition);
  const { name } = condition;
  if (!isUnknown(name) && !telling.test(name)) return describeCondition(condition);
  return `header ${describeText(name)} is (not shown)`;
}

/** Such as `authenticate-oidc, then forward to web`. */
export function describeActions(actions: Knowable<readonly Action[]>, names: Names): string {
  if (isUnknown(actions)) return `an action that is ${describeUnknown(actions)}`;
  return actions.map((action) => describeStep(action, names)).join(", then ") || "no action";
}

function describeStep(action: Action, names: Names): string {
  if (isUnknown(action) || action.kind !== "forward") return describeAction(action);
  const { groups, stickiness } = action;
  if (isUnknown(groups)) return `forward to a target group that is ${describeUnknown(groups)}`;
  const isShared = groups.length > 1;
  const texts = groups.map(({ group, weight }) =>
    isShared || weight === 0 ? `${names.to(group)} (weight ${describeText(weight)})` : names.to(group),
  );
  const sticky = stickiness?.enabled === true ? ", clients stay with their group" : "";
  return `forward to ${texts.join(", ") || "nothing"}${sticky}`;
}
