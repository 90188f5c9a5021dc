import {
  type Action,
  type FixedResponseAction,
  isUnknown,
  type Knowable,
  type Settled,
  settle,
} from "../../topology";
import type { RequestFacts } from "../request";
import { authenticate } from "./authenticate";
import { forward } from "./forward";
import type { ActionContext, ExecutedAction, Outcome, StepOutcome } from "./outcome";
import { textAnswer } from "./own-answer";
import { redirect } from "./redirect";

/** Runs the actions of a rule in order, up to the first that routes the request or answers it (R40, R41). */
export function runActions(
  actions: Knowable<readonly Action[]>,
  request: RequestFacts,
  context: ActionContext,
): Outcome {
  if (isUnknown(actions)) return { kind: "unknown", reason: `actions: ${actions.unknown}` };
  const executed: ExecutedAction[] = [];
  for (const [index, action] of actions.entries()) {
    if (isUnknown(action)) return { kind: "unknown", reason: `actions[${index}]: ${action.unknown}` };
    executed.push(logName(action));
    const outcome = runAction(action, request, context);
    if (outcome !== undefined) return whole(outcome, index, executed);
  }
  return { kind: "unknown", reason: "actions: none of them routes the request" };
}

/** Written out for a forward, which most requests are: copying an object of several kinds costs more than the decision. */
function whole(outcome: StepOutcome, index: number, executed: readonly ExecutedAction[]): Outcome {
  switch (outcome.kind) {
    case "forward": {
      const { kind, group, isSticky, setCookies } = outcome;
      return { kind, group, isSticky, setCookies, executed };
    }
    case "unknown":
      return { kind: "unknown", reason: `actions[${index}].${outcome.reason}` };
    default:
      return { ...outcome, executed };
  }
}

type KnownAction = Exclude<Action, { readonly unknown: string }>;

function logName({ kind }: KnownAction): ExecutedAction {
  return kind === "forward" || kind === "redirect" || kind === "fixed-response" ? kind : "authenticate";
}

function runAction(
  action: KnownAction,
  request: RequestFacts,
  context: ActionContext,
): StepOutcome | undefined {
  switch (action.kind) {
    case "forward":
      return forward(action, request, context);
    case "redirect":
      return whenSettled(action, (settled) => redirect(settled, request, context));
    case "fixed-response":
      return whenSettled(action, (settled) => fixedResponse(settled, context));
    default:
      return authenticate(action, request, context);
  }
}

function whenSettled<A extends KnownAction>(
  action: A,
  run: (settled: Settled<A>) => StepOutcome,
): StepOutcome {
  const settlement = settle(action);
  if ("settled" in settlement) return run(settlement.settled);
  const reason = settlement.unknowns.map((unknown) => `${unknown.at}: ${unknown.reason}`).join(", ");
  return { kind: "unknown", reason };
}

/** Status, type and body as declared (R65, R66). */
function fixedResponse(action: Settled<FixedResponseAction>, context: ActionContext): StepOutcome {
  const { statusCode, contentType, messageBody: body = "" } = action;
  return textAnswer(statusCode, { body, ...(contentType !== undefined && { contentType }) }, context);
}
