import type { Directory } from "../setup/directory";
import type { LabPlan } from "../setup/types";
import { countStatuses, failureWindows, isFailure, longestOutageMs } from "./failures";
import { type Report, type SecondReport, type StateChange, type TargetReport, withLookUps } from "./report";
import type { Tally } from "./tally";

/** What was noted, as a report. */
export function makeReport(tally: Tally, plan: LabPlan, directory: Directory, durationMs: number): Report {
  const { statuses } = tally;
  const windows = failureWindows(tally);
  const count = statuses.filter(isFailure).length;
  const data = {
    durationMs,
    asked: statuses.length,
    answered: statuses.length - count,
    failed: { count, windows, longestMs: Math.max(0, ...windows.map(({ fromMs, toMs }) => toMs - fromMs)) },
    longestOutageMs: longestOutageMs(tally, durationMs),
    statuses: countStatuses(statuses),
    seconds: secondsOf(tally, durationMs),
    targets: targetsOf(tally, plan, directory, durationMs),
    assumptions: plan.assumptions,
  };
  return withLookUps(data, directory);
}

function secondsOf({ askedAtMs, statuses }: Tally, durationMs: number): readonly SecondReport[] {
  const seconds = Array.from({ length: Math.ceil(durationMs / 1000) }, (_, second) => ({
    fromMs: second * 1000,
    asked: 0,
    failed: 0,
  }));
  for (const [request, status] of statuses.entries()) {
    const second = seconds[Math.floor((askedAtMs[request] ?? 0) / 1000)];
    if (second === undefined) continue;
    second.asked += 1;
    if (isFailure(status)) second.failed += 1;
  }
  return seconds;
}

function targetsOf(
  { answers, states }: Tally,
  plan: LabPlan,
  directory: Directory,
  durationMs: number,
): readonly TargetReport[] {
  return plan.groups.flatMap(({ address, targets }) =>
    targets.map((target) => {
      const answeredPerSecond = answers.get(target.key) ?? [];
      return {
        name: directory.nameOf(target),
        target: target.key,
        group: address,
        answered: answeredPerSecond.reduce((sum, count) => sum + count, 0),
        answeredPerSecond,
        states: duringRun(states.get(target.key) ?? [], durationMs),
      };
    }),
  );
}

/** What was before the run counts as far as it still is when it begins. */
function duringRun(changes: readonly StateChange[], durationMs: number): readonly StateChange[] {
  const before = changes.filter(({ atMs }) => atMs < 0).at(-1);
  return [
    ...(before === undefined ? [] : [{ ...before, atMs: 0 }]),
    ...changes.filter(({ atMs }) => atMs >= 0 && atMs <= durationMs),
  ];
}
