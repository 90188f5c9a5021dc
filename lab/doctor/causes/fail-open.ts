import { groupKey } from "../case";
import type { Cause } from "../cause";
import type { Target } from "../target";

/** No target of a group is healthy, so that all of them get requests. */
export const failOpen: Cause = {
  id: "fail-open",
  kind: "wanted",
  facts: ["U24", "H70", "H71"],
  rank: 40,
  *find(one) {
    const groups = new Set(one.targets.map(groupKey));
    for (const key of groups) {
      const targets = one.targets.filter((target) => groupKey(target) === key);
      const unhealthy = targets.filter(({ seen }) => seen?.state === "unhealthy");
      if (unhealthy.length === 0 || targets.some(({ seen }) => seen?.state === "healthy")) continue;
      const since = new Map(unhealthy.map((target) => [target.name, failsSince(target)]));
      const answered = one.requests.filter(
        ({ atMs, targetName, silentTargetName = "" }) =>
          atMs >= (since.get(targetName ?? silentTargetName) ?? Number.POSITIVE_INFINITY),
      );
      const [group] = targets.flatMap((target) => target.group ?? []);
      if (answered.length === 0 || group === undefined) continue;
      yield {
        about: [one.about("target group", group)],
        certainty: "certain",
        seen: [
          `${answered.length} of the last ${one.requests.length} requests went to targets that are unhealthy`,
        ],
        cause: "no target of the group is healthy, so requests go to all of them: it fails open",
        fix: "nothing by itself; mend what makes the targets unhealthy",
      };
    }
  },
};

/** What it has answered before says nothing. Where no health check was seen, it is taken for unhealthy ever since. */
function failsSince({ seen }: Target): number {
  const probes = seen?.probes ?? [];
  const first = probes.map(({ passed }) => passed).lastIndexOf(true) + 1;
  return probes[first]?.atMs ?? 0;
}
