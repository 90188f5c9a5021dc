import { type Action, type ForwardAction, isUnknown, type Knowable, type Stickiness } from "../../topology";

/** How clients lose the target that they come back to; undefined: they do not, or nobody can say. */
export function changeOfTargets(was: Stickiness, is: Stickiness): string | undefined {
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

/** The same of the target group, where a forward action has several; what is without a choice needs no stickiness. */
export function changeOfForward(
  before: Knowable<readonly Action[]>,
  after: Knowable<readonly Action[]>,
): string | undefined {
  const [was, now] = [forwardIn(before), forwardIn(after)];
  if (was?.stickiness?.enabled !== true || now === undefined || !isShared(now)) return undefined;
  const is = now.stickiness;
  if (is === undefined || is.enabled === false) return "switches it off";
  return is.enabled === true ? shortened(was.stickiness.durationSeconds, is.durationSeconds) : undefined;
}

function forwardIn(actions: Knowable<readonly Action[]>): ForwardAction | undefined {
  if (isUnknown(actions)) return undefined;
  return actions.find((action): action is ForwardAction => !isUnknown(action) && action.kind === "forward");
}

function isShared({ groups }: ForwardAction): boolean {
  return !isUnknown(groups) && groups.filter(({ weight }) => weight !== 0).length > 1;
}
