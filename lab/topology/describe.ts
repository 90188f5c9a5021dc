import { isUnknown, type Knowable, type Unknown } from "./known";
import type { Action, Condition, QueryPair, RedirectAction, Texts } from "./model/rule";

/** A condition in a few words, such as `path is /shop or /shop/*`. */
export function describeCondition(condition: Condition): string {
  if (isUnknown(condition)) return `a condition that is ${describeUnknown(condition)}`;
  switch (condition.kind) {
    case "host-header":
      return `host is ${alternatives(condition.values)}`;
    case "path-pattern":
      return `path is ${alternatives(condition.values)}`;
    case "http-request-method":
      return `method is ${alternatives(condition.values)}`;
    case "source-ip":
      return `client is in ${alternatives(condition.values)}`;
    case "http-header":
      return `header ${describeText(condition.name)} is ${alternatives(condition.values)}`;
    case "query-string":
      return `query has ${alternatives(isUnknown(condition.pairs) ? condition.pairs : condition.pairs.map(describePair))}`;
    case "other":
      return condition.name === "" ? "an empty condition" : `${condition.name} (not known here)`;
  }
}

/** An action in a few words; where it forwards to is left to the reader of its groups. */
export function describeAction(action: Action): string {
  if (isUnknown(action)) return `an action that is ${describeUnknown(action)}`;
  switch (action.kind) {
    case "forward":
      return "forward";
    case "redirect":
      return `redirect ${describeText(action.statusCode)} to ${describeRedirect(action)}`;
    case "fixed-response":
      return `answer ${describeText(action.statusCode)}`;
    default:
      return action.kind;
  }
}

/** `(known after apply)`: how an unknown value stands in a text. */
export function describeUnknown({ unknown }: Unknown): string {
  return `(${unknown})`;
}

export function describeText(value: Knowable<string | number>): string {
  return isUnknown(value) ? describeUnknown(value) : String(value);
}

/** As it is declared: `?#{query}` says that the query is kept. */
function describeRedirect({ protocol, host, port, path, query }: RedirectAction): string {
  const [scheme, name, number] = [protocol, host, port].map(describeText);
  const rest = `${describeText(path)}${query === "" ? "" : `?${describeText(query)}`}`;
  return `${scheme?.toLowerCase()}://${name}:${number}${rest}`;
}

function describePair(pair: Knowable<QueryPair>): string {
  if (isUnknown(pair)) return describeUnknown(pair);
  const value = describeText(pair.value);
  return pair.key === undefined ? value : `${describeText(pair.key)}=${value}`;
}

function alternatives(values: Texts): string {
  if (isUnknown(values)) return describeUnknown(values);
  const texts = values.map(describeText);
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}` : (texts[0] ?? "nothing");
}
