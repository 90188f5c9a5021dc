import { type AuthenticateAction, isUnknown } from "../../topology";
import type { RequestFacts } from "../request";
import type { ActionContext, StepOutcome } from "./outcome";
import { pageAnswer, textAnswer } from "./own-answer";

/**
 * What an action before the routing one does here, where nobody can sign in and no token can be checked. Every client
 * counts as one that is not signed in: `allow` lets it on, `deny` answers 401 (R71), and `authenticate`, which would
 * send it to a page to sign in, answers 501 and says so. A token is missing (401) or cannot be checked (501).
 *
 * @returns undefined: the next action follows
 */
export function authenticate(
  action: AuthenticateAction,
  request: RequestFacts,
  context: ActionContext,
): StepOutcome | undefined {
  if (action.kind === "jwt-validation")
    return request.header("authorization").some((value) => /^bearer /i.test(value))
      ? notSimulated("checks the token of a request", context)
      : pageAnswer(401, context);
  const { onUnauthenticatedRequest } = action;
  if (isUnknown(onUnauthenticatedRequest))
    return { kind: "unknown", reason: `onUnauthenticatedRequest: ${onUnauthenticatedRequest.unknown}` };
  if (onUnauthenticatedRequest === "allow") return undefined;
  if (onUnauthenticatedRequest === "deny") return pageAnswer(401, context);
  return notSimulated(`asks clients to sign in (${action.kind})`, context);
}

function notSimulated(what: string, context: ActionContext): StepOutcome {
  const body = `This rule ${what}, which is not simulated here.\n`;
  return textAnswer(501, { body, contentType: "text/plain" }, context);
}
