import {
  type Action,
  describeAction,
  describeCondition,
  describeText,
  describeUnknown,
  type ForwardAction,
  isKnown,
  isUnknown,
  type Knowable,
  type Labels,
  type ListenerRule,
  placeOf,
} from "../../../lab/topology";
import { beside, hanging, listed, type Page } from "../text";

/** One row of a listener: a rule, or its default. */
interface Row {
  readonly priority: string;
  readonly conditions: string;
  readonly actions: string;
  readonly place: string;
}

/** The rules of a listener in the order in which they are tried; the default actions last, where there are some. */
export function renderRules(
  rules: readonly ListenerRule[],
  defaultActions: Knowable<readonly Action[]> | undefined,
  labels: Labels,
  page: Page,
): string[] {
  const rows: Row[] = [...rules].sort(comparePriorities).map((rule) => ({
    priority: priorityOf(rule),
    conditions: conditionsOf(rule),
    actions: describeActions(rule.actions, labels),
    place: placeOf(rule),
  }));
  if (defaultActions !== undefined)
    rows.push({
      priority: "default",
      conditions: "",
      actions: describeActions(defaultActions, labels),
      place: "",
    });
  const column = Math.max(...rows.map(({ priority }) => priority.length));
  return rows.flatMap((row) => renderRow(row, column, page));
}

function renderRow({ priority, conditions, actions, place }: Row, column: number, page: Page): string[] {
  const { colors, width } = page;
  const mark = `    ${priority.padStart(column)}  `;
  if (conditions === "") return hanging(mark, actions, width);
  const lines = [...hanging(mark, conditions, width), ...hanging(" ".repeat(mark.length), actions, width)];
  return beside(lines, colors.dim(place), width, mark.length);
}

function priorityOf({ priority }: ListenerRule): string {
  if (priority === undefined) return "next free";
  return isUnknown(priority) ? describeUnknown(priority) : String(priority);
}

function conditionsOf({ conditions, instances }: ListenerRule): string {
  const texts = isUnknown(conditions) ? [describeUnknown(conditions)] : conditions.map(describeCondition);
  const many = instances === undefined ? "" : `, once for each of (${instances.unknown})`;
  return `${texts.join(" and ") || "no condition"}${many}`;
}

/** Such as `authenticate-oidc, then -> shop`. */
function describeActions(actions: Knowable<readonly Action[]>, labels: Labels): string {
  if (isUnknown(actions)) return `-> ${describeUnknown(actions)}`;
  const texts = actions.map((action) =>
    isKnown(action) && action.kind === "forward" ? describeForward(action, labels) : describeOwn(action),
  );
  return texts.join(", then ") || "no action";
}

function describeOwn(action: Exclude<Action, ForwardAction>): string {
  const text = describeAction(action);
  if (isUnknown(action) || action.kind !== "fixed-response" || action.messageBody === undefined) return text;
  return `${text} ${JSON.stringify(describeText(action.messageBody))}`;
}

function describeForward({ groups, stickiness }: ForwardAction, labels: Labels): string {
  if (isUnknown(groups)) return `-> ${describeUnknown(groups)}`;
  const isAlone = groups.length === 1 && groups[0]?.weight !== 0;
  const texts = groups.map(({ group, weight }) =>
    isAlone ? labels.to(group) : `${labels.to(group)} (weight ${describeText(weight)})`,
  );
  const sticky = stickiness?.enabled === true ? ", clients stay with their group" : "";
  return `-> ${listed(texts)}${sticky}`;
}

function comparePriorities(one: ListenerRule, other: ListenerRule): number {
  return rank(one) - rank(other) || (one.address < other.address ? -1 : 1);
}

function rank({ priority }: ListenerRule): number {
  if (priority === undefined) return 1e6;
  return isUnknown(priority) ? 2e6 : priority;
}
