export { actionChoices } from "./choices";
export type {
  ActionContext,
  AnswerOutcome,
  ExecutedAction,
  ForwardOutcome,
  Outcome,
  UnknownOutcome,
} from "./outcome";
export { renderLocation } from "./redirect";
export { runActions } from "./run-actions";
