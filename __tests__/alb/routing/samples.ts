import { type CompiledListener, compileListener, decide, type RequestFacts } from "../../../lab/alb";
import type { Condition, ListenerRule } from "../../../lab/topology";

/** A request for `http://www.example.com/`, except for what is given. */
export function request(facts: Partial<RequestFacts> = {}): RequestFacts {
  return {
    method: "GET",
    host: "www.example.com",
    path: "/",
    query: "",
    header: () => [],
    sourceIp: "192.0.2.1",
    protocol: "http",
    port: 80,
    ...facts,
  };
}

/** Headers by their lower-case names. */
export function headers(values: Readonly<Record<string, readonly string[]>>): Pick<RequestFacts, "header"> {
  return { header: (name) => (Object.hasOwn(values, name) ? (values[name] ?? []) : []) };
}

/** A rule whose address is `rule.<name>`. */
export function rule(
  name: string | number,
  priority: ListenerRule["priority"],
  conditions: ListenerRule["conditions"],
): ListenerRule {
  const address = `rule.${name}`;
  return {
    address,
    type: "aws_lb_listener_rule",
    listener: { address: "web" },
    priority,
    conditions,
    actions: [],
  };
}

export function compile(rules: readonly ListenerRule[]): CompiledListener {
  return compileListener({ address: "web", defaultActions: [] }, rules);
}

/** Whether a rule with these conditions answers the request. */
export function holds(conditions: Condition | readonly Condition[], facts: Partial<RequestFacts>): boolean {
  const rules = [rule("it", 1, [conditions].flat() as readonly Condition[])];
  return decide(compile(rules), request(facts)).rule.priority === 1;
}

export const path = (...values: readonly string[]): Condition => ({ kind: "path-pattern", values });
export const host = (...values: readonly string[]): Condition => ({ kind: "host-header", values });
export const method = (...values: readonly string[]): Condition => ({ kind: "http-request-method", values });
export const source = (...values: readonly string[]): Condition => ({ kind: "source-ip", values });
export const header = (name: string, ...values: readonly string[]): Condition => ({
  kind: "http-header",
  name,
  values,
});
/** `key=value`, or a value alone. */
export const query = (...texts: readonly string[]): Condition => ({
  kind: "query-string",
  pairs: texts.map((text) => {
    const [key = "", ...value] = text.split("=");
    return value.length === 0 ? { value: text } : { key, value: value.join("=") };
  }),
});
