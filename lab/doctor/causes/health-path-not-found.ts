import { failsWith, pathOf } from "../answers";
import type { Case } from "../case";
import type { Cause, Indication } from "../cause";
import { isFailing, mayBe, type Target } from "../target";
import { known } from "../words";

/** The health check asks for a path that the server does not have. */
export const healthPathNotFound: Cause = {
  id: "health-path-not-found",
  kind: "broken",
  facts: ["U1", "H52", "H3"],
  rank: 21,
  *find(one) {
    for (const target of one.troubled) {
      if (!mayBe(target, ["unhealthy", "initial"])) continue;
      const said = byUserData(one, target);
      const status = failsWith(target, (code) => code === 404);
      if (said !== undefined) yield said;
      else if (status !== undefined && isFailing(target)) yield byAnswer(one, target);
    }
  },
};

/** What the server answers is known from its settings. */
function byUserData(one: Case, target: Target): Indication | undefined {
  const { group, words } = target;
  const path = known(group?.healthCheck.path)?.replace(/\?.*$/s, "");
  if (group === undefined || path === undefined || !words?.isCertain || words.healthPath === undefined)
    return undefined;
  const base = (words.basePath ?? "/").replace(/(.)\/$/, "$1");
  const greeting = target.healthPort === words.port ? [base, base === "/" ? base : `${base}/`] : [];
  if ([words.healthPath, ...greeting].includes(path)) return undefined;
  return {
    targets: [target],
    certainty: "certain",
    // Without an answer the path cannot be the reason yet.
    isBesides:
      target.seen?.reason === "Target.Timeout" || target.seen?.reason === "Target.FailedHealthChecks",
    seen: [`by its user data, the server answers health checks at ${words.healthPath}`],
    cause: `the health check asks for ${path}, which the server does not have`,
    fix: `set health_check path of ${one.place(group)} to ${words.healthPath}`,
  };
}

function byAnswer(one: Case, target: Target): Indication {
  const path = pathOf(target);
  const { group } = target;
  const where = group === undefined ? "of the target group" : `of ${one.place(group)}`;
  return {
    targets: [target],
    certainty: "likely",
    cause: `the server answers 404 to ${path}: it has no such path`,
    fix: `add the path to the server, or set health_check path ${where} to one that it answers with 200`,
  };
}
