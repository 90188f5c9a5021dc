import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { disagreeing, later, movedAway, onTheWay } from "../targets/port-stories";
import { type RunningServer, runningServers } from "../targets/running-servers";
import { few } from "../targets/target-course";

/** Requests go to one port while servers listen on another: for good, or until all of an apply is done. */
export const serverPortChanged: Risk = {
  id: "server-port-changed",
  level: "drops-traffic",
  facts: ["H62", "TF40", "U11", "E502", "E504"],
  rank: 10,
  *find(comparison) {
    const found = new Map<string, { readonly story: Hazard; readonly names: string[] }>();
    for (const one of runningServers(comparison)) {
      const story = storyOf(comparison, one);
      if (story === undefined) continue;
      const key = `${one.group.after.address} ${story.message}`;
      const names = [...(found.get(key)?.names ?? []), comparison.labels.after.to(one.server)];
      found.set(key, { story, names });
    }
    for (const { story, names } of found.values())
      yield { ...story, message: `${story.message} (${few(names)})` };
  },
};

function storyOf(comparison: Comparison, one: RunningServer): Hazard | undefined {
  const { registration, isKept, before, after, next, group } = one;
  const [was, is] = [registration.before.port, registration.after.port];
  if (typeof was !== "number" || typeof is !== "number") return undefined;
  const name = comparison.labels.after.to(group.after);
  if (isKept && was !== is) return movedAway(one, name, was, is);
  if (after === undefined || before === undefined) return undefined;
  if (!isKept && after.port !== is && before.port === was) return disagreeing(one, name, after.port, is);
  if (!isKept && before.port === was && is !== was) return onTheWay(comparison, one, name, was, is);
  if (isKept && next !== undefined && next.port !== before.port && next.port !== is && before.port === is)
    return later(one, name, next.port, is);
  return undefined;
}
