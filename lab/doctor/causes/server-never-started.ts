import { failsBecause } from "../answers";
import type { Case } from "../case";
import type { Cause, Indication } from "../cause";
import { BOOT_FINISHED, consoleSeen, printedLine, SERVER_STARTED } from "../console";
import { isFailing, type Target } from "../target";

/** The instance has booted, and nothing has started a server on it. */
export const serverNeverStarted: Cause = {
  id: "server-never-started",
  kind: "broken",
  facts: ["U11", "H54"],
  rank: 14,
  *find(one) {
    for (const target of one.troubled) {
      if (!isFailing(target) || target.seen?.process !== undefined) continue;
      if (target.seen?.reason === "Target.ResponseCodeMismatch") continue;
      const finished = printedLine(target, BOOT_FINISHED);
      if (finished !== undefined && printedLine(target, SERVER_STARTED) === undefined)
        yield never(one, target, "likely", [consoleSeen(target, finished)]);
      else if (hasNoUserData(target))
        yield never(one, target, "possible", [`${target.name} is declared without user data`]);
    }
  },
};

/** Its image may have a server of its own; then something answers. */
function hasNoUserData(target: Target): boolean {
  const { server, seen } = target;
  if (server === undefined || server.userData !== undefined || seen?.state !== "unhealthy") return false;
  const isRefused = (failsBecause(target) ?? "connection refused") === "connection refused";
  return seen.reason === "Target.FailedHealthChecks" && isRefused;
}

function never(
  one: Case,
  target: Target,
  certainty: Indication["certainty"],
  seen: readonly string[],
): Indication {
  const where = target.server === undefined ? target.name : one.place(target.server);
  return {
    targets: [target],
    certainty,
    seen,
    cause: "the instance has booted, and nothing has started a server on it",
    place: where,
    fix: (places) =>
      `let user_data of ${places} start the server, and replace the instance: user data runs at the first boot only`,
    ...(certainty === "likely" && { explains: ["nothing-listens"] }),
  };
}
