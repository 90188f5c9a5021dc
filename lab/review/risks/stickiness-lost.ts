import { type ForwardAction, isUnknown, type Knowable, type Stickiness } from "../../topology";
import type { Comparison } from "../comparison";
import { groupsWithTraffic } from "../group-traffic";
import type { Hazard, Risk } from "../risk";

/** Clients come to servers that do not know their sessions. */
export const stickinessLost: Risk = {
  id: "stickiness-lost",
  level: "needs-care",
  facts: ["S20", "S21", "S25", "S27", "R48"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of groupsWithTraffic(comparison)) {
      const what = changeOfTargets(before.attributes.stickiness, after.attributes.stickiness);
      const name = comparison.labels.after.to(after);
      if (what !== undefined) yield hazardOf(after, `targets of ${name}`, what, "server", "stickiness");
    }
    yield* ofForwards(comparison);
  },
};

function changeOfTargets(was: Stickiness, is: Stickiness): string | undefined {
  if (was.enabled !== true || isUnknown(is.enabled)) return undefined;
  if (!is.enabled) return "switches it off";
  if (isUnknown(is.type) || isUnknown(was.type)) return undefined;
  if (was.type !== is.type) return `changes its cookie from ${was.type} to ${is.type}`;
  const [old, cookie] = [was.cookieName, is.cookieName];
  if (was.type === "app_cookie" && old !== cookie && typeof old === "string" && typeof cookie === "string")
    return `changes the cookie that it follows from ${old} to ${cookie}`;
  // the duration of an application's cookie is the application's own
  return was.type === "app_cookie" ? undefined : shortened(was.durationSeconds, is.durationSeconds);
}

function shortened(was: Knowable<number>, is: Knowable<number>): string | undefined {
  if (isUnknown(was) || isUnknown(is) || is >= was) return undefined;
  return `shortens it from ${was} to ${is} seconds`;
}

function* ofForwards(comparison: Comparison): Generator<Hazard> {
  const listeners = comparison.pairs("listeners").map(({ before, after }) => ({
    ...{ after, was: before.defaultActions, is: after.defaultActions },
  }));
  const rules = comparison.pairs("rules").map(({ before, after }) => ({
    ...{ after, was: before.actions, is: after.actions },
  }));
  for (const { after, was, is } of [...listeners, ...rules]) {
    const [old, now] = [forwardIn(was), forwardIn(is)];
    if (old?.stickiness?.enabled !== true || now === undefined || !isShared(now)) continue;
    const what = changeOfForward(old.stickiness, now.stickiness);
    const name = `target groups of ${comparison.labels.after.to(after)}`;
    if (what !== undefined) yield hazardOf(after, name, what, "group", "stickiness of forward");
  }
}

type GroupStickiness = ForwardAction["stickiness"];

function changeOfForward(was: NonNullable<GroupStickiness>, is: GroupStickiness): string | undefined {
  if (is === undefined || is.enabled === false) return "switches it off";
  return is.enabled === true ? shortened(was.durationSeconds, is.durationSeconds) : undefined;
}

function forwardIn(actions: Knowable<readonly Parameters<typeof isForward>[0][]>): ForwardAction | undefined {
  return isUnknown(actions) ? undefined : actions.find(isForward);
}

function isForward(action: { readonly kind?: string } | { readonly unknown: string }): action is ForwardAction {
  return !isUnknown(action) && action.kind === "forward";
}

/** Among one group there is nothing to choose. */
function isShared({ groups }: ForwardAction): boolean {
  return !isUnknown(groups) && groups.filter(({ weight }) => weight !== 0).length > 1;
}

function hazardOf(
  at: Hazard["at"],
  between: string,
  what: string,
  whom: string,
  argument: string,
): Hazard {
  const isShort = what.startsWith("shortens");
  return {
    at,
    message: `stickiness between ${between}: ${what}`,
    course: [
      "Terraform changes it in place; requests are answered all the while",
      isShort
        ? `a client that is away for longer comes back to any ${whom}, which may not know its session`
        : `the next request of every client goes to any ${whom}, which may not know its session: users are signed out, carts are empty`,
    ],
    fix: `keep ${argument} as it was, or keep sessions where every ${whom} finds them, in a database or in a cookie, before this change`,
  };
}
