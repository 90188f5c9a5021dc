import type { Cause, Indication } from "../cause";
import { CRASHED, consoleSeen, printedLine } from "../console";
import { isFailing, type Target } from "../target";

/** The server comes up, ends with an error, and is started again. */
export const serverCrashes: Cause = {
  id: "server-crashes",
  kind: "broken",
  facts: ["U11", "H54"],
  rank: 11,
  *find(one) {
    for (const target of one.targets) {
      const isCrashed = target.seen?.process?.state === "crashed";
      const line =
        isCrashed || isFailing(target) ? printedLine(target, isCrashed ? /\S/ : CRASHED) : undefined;
      if (!isCrashed && line === undefined) continue;
      if (target.seen?.state === "draining") continue;
      yield crashes(target, line, isCrashed);
    }
  },
};

function crashes(target: Target, line: string | undefined, isCrashed: boolean): Indication {
  const restartAtMs = target.seen?.process?.restartAtMs;
  return {
    targets: [target],
    certainty: "certain",
    seen: [
      ...(isCrashed
        ? [
            `the process of ${target.name} has crashed${restartAtMs === undefined ? "" : " and is to be started again"}`,
          ]
        : []),
      ...(line === undefined ? [] : [consoleSeen(target, line)]),
    ],
    cause: "the server ends with an error after its start, again and again or just now",
    place: target.name,
    fix: (places) =>
      isCrashed
        ? `correct the error that ${places} printed, or start it at the dashboard`
        : `correct the error; "journalctl -u '*.service' -e" on ${places} shows all of it`,
    explains: ["nothing-listens", "still-starting"],
  };
}
