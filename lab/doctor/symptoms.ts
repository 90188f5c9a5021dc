import type { Case } from "./case";
import type { Target } from "./target";
import { trafficOf } from "./traffic";
import { listed } from "./words";

/** Lines that say how targets were seen, those that look the same together; AWS's reason code is in them. */
export function symptomsOf(one: Case, targets: readonly Target[]): readonly string[] {
  const alike = new Map<string, string[]>();
  for (const target of targets) {
    const text = standingOf(target);
    const names = alike.get(text);
    if (names === undefined) alike.set(text, [target.name]);
    else names.push(target.name);
  }
  return [
    ...[...alike].map(([text, names]) => `${listed(names)}: ${text}`),
    ...new Set(targets.flatMap((target) => consequenceOf(one, target))),
  ];
}

function standingOf({ seen }: Target): string {
  if (seen === undefined) return "registered in the input, not seen yet";
  const { state, reason, description, machine } = seen;
  const words = [
    [state, reason].filter((word) => word !== undefined).join(", "),
    description === undefined ? "" : ` (${description})`,
    machine === undefined || machine === "running" ? "" : `, its instance is ${machine}`,
    lastProbe(seen.probes?.at(-1)),
  ];
  return words.join("");
}

function lastProbe(probe: { readonly passed: boolean; readonly result: string } | undefined): string {
  return probe === undefined || probe.passed ? "" : `; last probe: ${probe.result}`;
}

/** What a client notices: all requests go to the others. */
function consequenceOf(one: Case, target: Target): readonly string[] {
  const { seen } = target;
  if (seen?.state !== "unhealthy" && seen?.state !== "unused" && seen?.state !== "initial") return [];
  const traffic = trafficOf(one, target);
  const [only] = traffic.names;
  if (only === undefined || traffic.names.size !== 1 || only === target.name) return [];
  return [`${only} alone answered the last ${traffic.answers} requests`];
}
