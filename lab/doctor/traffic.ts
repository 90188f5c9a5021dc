import type { Case } from "./case";
import type { SeenRequest } from "./evidence";
import type { Target } from "./target";

/** Fewer answers than this say nothing about how requests are spread. */
const FEWEST_ANSWERS = 4;

/** Who has answered the latest requests of a group. */
export interface GroupTraffic {
  readonly answers: number;
  readonly names: ReadonlySet<string>;
}

/** Of the group of a target; targets are told apart by name, as a client does. */
export function trafficOf(one: Case, target: Target): GroupTraffic {
  const members = new Set(one.fellowsOf(target).map(({ name }) => name));
  const names = one.requests.flatMap(({ targetName }) =>
    targetName !== undefined && members.has(targetName) ? [targetName] : [],
  );
  return { answers: names.length, names: new Set(names) };
}

/** Groups of which one target alone has answered, while several could have. */
export function oneSidedGroups(one: Case): readonly (readonly Target[])[] {
  const groups = new Set(one.targets.map((target) => one.fellowsOf(target)[0] ?? target));
  return [...groups]
    .map((first) => one.fellowsOf(first).filter(({ seen }) => seen?.state === "healthy"))
    .filter(([first, ...others]) => {
      if (first === undefined || others.length === 0) return false;
      const { answers, names } = trafficOf(one, first);
      return answers >= FEWEST_ANSWERS && names.size === 1;
    });
}

/** Answers that the load balancer itself has given with one of these statuses, newest first. */
export function ownAnswers(one: Case, ...statuses: readonly number[]): readonly SeenRequest[] {
  return one.requests.filter(
    ({ status, targetName }) => targetName === undefined && statuses.includes(status),
  );
}

/** `3 of the last 20 requests got 502 from the load balancer, such as GET /api`. */
export function answersLine(one: Case, found: readonly SeenRequest[]): string {
  const [latest] = found;
  const example = latest === undefined ? "" : `, such as ${latest.method} ${latest.path}`;
  return `${found.length} of the last ${one.requests.length} requests got ${latest?.status} from the load balancer${example}`;
}
