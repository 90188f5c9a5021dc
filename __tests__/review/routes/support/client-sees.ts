import {
  type CompiledRule,
  compileListener,
  decide,
  explain,
  type RequestFacts,
  type RuleExplanation,
} from "../../../../lab/alb";
import type { Action, ForwardAction } from "../../../../lab/topology";
import type { Routes } from "./topologies";

/**
 * What clients get, written down once more: the same text is the same answer. Several where it depends on what is not
 * known, `?` for an answer that is not known itself.
 */
export function clientSees({ rules, defaultActions }: Routes): (request: RequestFacts) => readonly string[] {
  const listener = compileListener({ address: "web", defaultActions }, rules);
  const answerOf = ({ actions }: Pick<CompiledRule, "actions">) =>
    "unknown" in actions ? "?" : actions.map(seen).join();
  const isKnown = !/"(unknown|other)"/.test(JSON.stringify(rules));
  if (isKnown && listener.isOrdered) return (request) => [answerOf(decide(listener, request).rule)];
  const uncounted = new Set(rules.filter(({ instances }) => instances).map(({ address }) => address));
  return (request) => {
    const { rules: judged } = explain(listener, request, { includeLater: true });
    const matching = judged.filter(({ verdict }) => verdict !== "no");
    const sure = matching.filter(({ rule, verdict }) => verdict === "yes" && !uncounted.has(rule.address));
    const isBehind = ({ rule }: RuleExplanation) =>
      typeof rule.priority === "number" && sure.some(({ rule: other }) => other.priority < rule.priority);
    const answering = matching.filter((one) => !isBehind(one)).map(({ rule }) => rule);
    const all = sure.length > 0 ? answering : [...answering, listener.defaultRule];
    return all.map(answerOf);
  };
}

function seen(action: Action): string {
  if ("unknown" in action) throw new Error("actions are known or not, each as a whole");
  if (action.kind === "forward") return forwarded(action);
  if (action.kind === "fixed-response") return `${action.statusCode} ${action.messageBody ?? ""}`;
  if (action.kind !== "redirect") return `${action.kind} ${action.onUnauthenticatedRequest}`;
  const url = `${action.protocol}://${action.host}:${action.port}${action.path}?${action.query}`;
  const filled = url.replace("#{protocol}", "HTTP").replace("#{port}", "80");
  return `${action.statusCode} ${filled}`;
}

/** The chance of each group. */
function forwarded({ groups }: ForwardAction): string {
  const weights = new Map<string, number>();
  let sum = 0;
  for (const { group, weight } of groups as readonly { group: { address: string }; weight: number }[]) {
    weights.set(group.address, weight);
    sum += weight;
  }
  const chances = [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => `${name} ${weight / sum}`);
  return chances.sort().join(" + ");
}
