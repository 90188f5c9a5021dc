import type { HealthReason, HealthState } from "../../alb";
import { assertKeys } from "../assert-given";
import { type Moment, parseMoment } from "../moment";
import type { Directory } from "../setup/directory";
import { SimulationError } from "../simulation-error";
import type { FailureWindow } from "./failures";

/** What AWS would show of a target from some time on. */
export interface StateChange {
  /** Milliseconds since the start of the run. */
  readonly atMs: number;
  readonly state: HealthState;
  /** AWS's reason code; a healthy target has none. */
  readonly reason?: HealthReason;
  readonly description?: string;
}

/** One registration in one target group, and how it fared. */
export interface TargetReport {
  readonly name: string;
  /** Terraform address of the registration, with a number where it stands for several. */
  readonly target: string;
  /** Terraform address of the target group. */
  readonly group: string;
  /** Requests that it answered, whatever the status. */
  readonly answered: number;
  /** The same by the second in which they were asked. */
  readonly answeredPerSecond: readonly number[];
  /** The first one is that at the start of the run. */
  readonly states: readonly StateChange[];
}

/** The requests asked in one second. */
export interface SecondReport {
  readonly fromMs: number;
  readonly asked: number;
  readonly failed: number;
}

export interface ReportData {
  readonly durationMs: number;
  readonly asked: number;
  /** Requests that did not fail: `asked` is `answered` and `failed.count`. */
  readonly answered: number;
  /** Requests that ended with a 5xx, of a target or of the load balancer. */
  readonly failed: {
    readonly count: number;
    readonly windows: readonly FailureWindow[];
    /** Length of the longest window, in milliseconds. */
    readonly longestMs: number;
  };
  /** Milliseconds in which no request succeeded: from the first that failed to the next that did not, the longest such time. */
  readonly longestOutageMs: number;
  /** Requests by the status that their clients got. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly seconds: readonly SecondReport[];
  readonly targets: readonly TargetReport[];
  /** What the input left open and was taken as harmless, a line each. */
  readonly assumptions: readonly string[];
}

/** What happened in a run: plain data, and look-ups by the names of targets. Requests count when they were asked. */
export interface Report extends ReportData {
  /**
   * Requests that a target answered, in all its groups unless the name is that of a registration.
   *
   * @param span only those asked for from then, up to but not including then; whole seconds
   */
  answeredBy(name: string, span?: { readonly from?: Moment; readonly to?: Moment }): number;
  /**
   * What AWS would show of a target over time, the first entry at the start of the run.
   *
   * @param group address or name of its target group; may be left out where it is in one only
   */
  states(name: string, group?: string): readonly StateChange[];
  /** What AWS would show of a target at a time. */
  stateAt(name: string, moment: Moment, group?: string): StateChange;
}

/** Look-ups are no part of what two reports are compared by. */
export function withLookUps(data: ReportData, directory: Directory): Report {
  return Object.defineProperties({ ...data } as Report, {
    answeredBy: { value: answeredBy.bind(undefined, data, directory) },
    states: { value: states.bind(undefined, data, directory) },
    stateAt: {
      value: (name: string, moment: Moment, group?: string) => {
        const atMs = parseMoment(moment, "stateAt");
        if (atMs > data.durationMs)
          throw new SimulationError(
            `stateAt: must be within the run of ${data.durationMs} ms, got ${JSON.stringify(moment)}; run longer`,
          );
        return states(data, directory, name, group)
          .filter((change) => change.atMs <= atMs)
          .at(-1);
      },
    },
  });
}

function answeredBy(
  { targets, durationMs }: ReportData,
  directory: Directory,
  name: string,
  span: { readonly from?: Moment; readonly to?: Moment } = {},
): number {
  assertKeys("answeredBy", span, ["from", "to"]);
  const { from = 0, to = Math.ceil(durationMs / 1000) * 1000 } = span;
  const keys = directory.targets(name).map(({ key }) => key);
  const [first, end] = [from, to].map(wholeSeconds);
  return targets
    .filter(({ target }) => keys.includes(target))
    .flatMap(({ answeredPerSecond }) => answeredPerSecond.slice(first, end))
    .reduce((sum, count) => sum + count, 0);
}

/** Answers are counted by the second. @throws SimulationError for a part of one */
function wholeSeconds(moment: Moment): number {
  const seconds = parseMoment(moment, "answeredBy") / 1000;
  if (Number.isInteger(seconds)) return seconds;
  throw new SimulationError(
    `answeredBy: must be given whole seconds, got ${JSON.stringify(moment)}; leave the rest out`,
  );
}

function states(
  { targets }: ReportData,
  directory: Directory,
  name: string,
  group?: string,
): readonly StateChange[] {
  const { key } = directory.target(name, group);
  return targets.find(({ target }) => target === key)?.states ?? [];
}
