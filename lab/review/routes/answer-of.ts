import {
  type Action,
  type AuthenticateAction,
  type FixedResponseAction,
  isUnknown,
  type Knowable,
  type Labels,
  type Link,
  type RedirectAction,
  type Settled,
  settle,
  type Unknown,
} from "../../topology";
import type { Given } from "./answer";
import { forwardOf } from "./forward-of";

/** Where actions stand, and what they speak of. */
export interface ActionPlace {
  /** Of the listener, where they are known. */
  readonly port: Knowable<number>;
  readonly protocol: Knowable<string>;
  readonly labels: Labels;
  /** The same text for the same target group, on both sides. */
  readonly identify: (link: Exclude<Link, Unknown>) => string;
}

/** What clients get from the actions of a rule; unknown where a part that counts is. */
export function answerOf(actions: Knowable<readonly Action[]>, place: ActionPlace): Given | Unknown {
  if (isUnknown(actions)) return actions;
  const before: AuthenticateAction[] = [];
  for (const action of actions) {
    if (isUnknown(action)) return action;
    if (isSignIn(action)) before.push(action);
    else return behind(before, lastOf(action, place));
  }
  return { unknown: "no action routes the request" };
}

type KnownAction = Exclude<Action, Unknown>;

function isSignIn(action: KnownAction): action is AuthenticateAction {
  return "onUnauthenticatedRequest" in action;
}

function lastOf(action: Exclude<KnownAction, AuthenticateAction>, place: ActionPlace): Given | Unknown {
  if (action.kind === "forward") return forwardOf(action, place);
  if (action.kind === "redirect") return whenSettled(filled(action, place), redirectOf);
  return whenSettled(action, fixedOf);
}

/** Actions that come first are part of the answer: who is not signed in gets another one. */
function behind(signIns: readonly AuthenticateAction[], last: Given | Unknown): Given | Unknown {
  if (isUnknown(last) || signIns.length === 0) return last;
  const names: string[] = [];
  for (const { kind, onUnauthenticatedRequest } of signIns) {
    if (isUnknown(onUnauthenticatedRequest)) return onUnauthenticatedRequest;
    const isUsual = kind === "jwt-validation" || onUnauthenticatedRequest === "authenticate";
    names.push(isUsual ? kind : `${kind} (${onUnauthenticatedRequest})`);
  }
  const then = (text: string) => [...names, text].join(", then ");
  return {
    key: JSON.stringify([names, last.key]),
    answer: { ...last.answer, text: then(last.answer.text) },
    fullText: then(last.fullText),
  };
}

function whenSettled<A extends KnownAction>(
  action: A,
  make: (settled: Settled<A>) => Given,
): Given | Unknown {
  const settlement = settle(action);
  if ("settled" in settlement) return make(settlement.settled);
  const [first] = settlement.unknowns;
  return { unknown: `${first?.at}: ${first?.reason}` };
}

/** What the listener decides of a redirect is filled in: `#{port}` is 80 on port 80. */
function filled(action: RedirectAction, { port, protocol }: ActionPlace): RedirectAction {
  const fill = (text: Knowable<string>, ...names: readonly ("port" | "protocol")[]) => {
    if (isUnknown(text)) return text;
    return names.reduce((made, name) => {
      const value = { port, protocol }[name];
      return isUnknown(value) ? made : made.replaceAll(`#{${name}}`, String(value).toLowerCase());
    }, text);
  };
  const scheme = fill(action.protocol, "protocol");
  return {
    ...action,
    protocol: isUnknown(scheme) || scheme.includes("#{") ? scheme : scheme.toLowerCase(),
    port: fill(action.port, "port"),
    path: fill(action.path, "port"),
    query: fill(action.query, "port", "protocol"),
  };
}

function redirectOf(action: Settled<RedirectAction>): Given {
  const { statusCode, protocol, host, port, path, query } = action;
  const isUsualPort = port === { http: "80", https: "443" }[protocol];
  const search = query === "" ? "" : `?${query}`;
  const text = `${statusCode} to ${protocol}://${host}${isUsualPort ? "" : `:${port}`}${path}${search}`;
  return {
    key: JSON.stringify(["redirect", statusCode, protocol, host, port, path, query]),
    answer: { kind: "redirect", isAnswered: false, text },
    fullText: text,
  };
}

function fixedOf({ statusCode, contentType = "", messageBody = "" }: Settled<FixedResponseAction>): Given {
  const text = `fixed response ${statusCode}`;
  const type = contentType === "" ? "" : ` of type ${contentType}`;
  const body = messageBody === "" ? "without a body" : `with the body ${shortened(messageBody)}`;
  return {
    key: JSON.stringify(["fixed", statusCode, contentType, messageBody]),
    answer: { kind: "fixed-response", isAnswered: statusCode < 400, text },
    fullText: `${text}${type} ${body}`,
  };
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}
