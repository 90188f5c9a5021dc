import {
  type Action,
  type AuthenticateAction,
  type Element,
  isUnknown,
  type Knowable,
  type Listener,
} from "../../topology";
import type { Comparison, Pair } from "../comparison";
import type { Weakened } from "./weakened";

/** Sign-in that is taken away, or asked of fewer, where requests are still forwarded. */
export function* weakenedSignIn<E extends Element>(
  { before, after }: Pair<E>,
  actionsOf: (element: E) => Knowable<readonly Action[]>,
): Generator<Weakened> {
  const [was, is] = [actionsOf(before), actionsOf(after)];
  if (isUnknown(was) || isUnknown(is) || is.some(isUnknown)) return;
  const asked = was.find(isSignIn);
  const asks = is.find(isSignIn);
  if (asked === undefined || !is.some((action) => !isUnknown(action) && action.kind === "forward")) return;
  const course = "from then on requests of people who have not signed in are forwarded";
  if (asks === undefined)
    yield {
      at: after,
      message: `no longer asks people to sign in (${asked.kind})`,
      course,
      fix: "keep the action before the forward",
    };
  else if (asked.onUnauthenticatedRequest !== "allow" && asks.onUnauthenticatedRequest === "allow")
    yield {
      at: after,
      message: "lets people through who have not signed in (on_unauthenticated_request is allow)",
      course,
      fix: `leave on_unauthenticated_request ${wordOf(asked.onUnauthenticatedRequest)}`,
    };
}

function wordOf(value: Knowable<string>): string {
  return isUnknown(value) ? "as it is" : value;
}

function isSignIn(action: Action): action is AuthenticateAction {
  return (
    !isUnknown(action) &&
    action.kind !== "forward" &&
    action.kind !== "redirect" &&
    action.kind !== "fixed-response"
  );
}

/** A listener that asks clients for a certificate, and asks less after. */
export function* weakenedClientCertificates(
  comparison: Comparison,
  { after }: Pair<Listener>,
): Generator<Weakened> {
  const { before: was, after: is } = comparison.resource(after.address);
  const mode = is?.value("mutual_authentication", "mode") ?? "off";
  if (
    was?.value("mutual_authentication", "mode") !== "verify" ||
    typeof mode !== "string" ||
    mode === "verify"
  )
    return;
  yield {
    at: after,
    message: `no longer verifies the certificates of clients (mutual_authentication is ${mode})`,
    course: "from then on clients connect without a certificate, or with any",
    fix: "leave the mode of mutual_authentication verify",
  };
}
