import { isUnknown, type TargetGroup } from "../../topology";
import { type GroupUse, leadsTo, type Subject } from "../subject";
import { known, knownOf } from "../values";
import type { Coverage } from "./listener-routes";
import { routesOf } from "./routes-of";

/** What becomes of the requests at a place that forwards; undefined: its listener is not known. */
export function coverageOf(subject: Subject, { listener, rule }: GroupUse): Coverage | undefined {
  if (listener === undefined || !subject.listeners().includes(listener)) return undefined;
  const routes = routesOf(subject, listener);
  const { rules, defaultRule } = routes.compiled;
  const compiled = rule === undefined ? defaultRule : rules.find(({ address }) => address === rule.address);
  return compiled && routes.coverageOf(compiled);
}

/** Whether a place gives a group no part of its requests: weight 0 (R46). */
export function isWeightless({ listener, rule }: GroupUse, group: TargetGroup): boolean {
  const actions = rule?.actions ?? listener?.defaultActions ?? [];
  const entries = knownOf(actions).flatMap((action) =>
    action.kind === "forward" ? (known(action.groups) ?? []) : [],
  );
  const own = entries.filter((entry) => leadsTo(entry.group, group));
  return own.length > 0 && own.every(({ weight }) => !isUnknown(weight) && weight === 0);
}
