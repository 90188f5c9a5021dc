import {
  type Action,
  type AuthenticateAction,
  describeUnknown,
  type ForwardAction,
  follow,
  isUnknown,
  type Knowable,
  type WeightedGroup,
} from "../../topology";
import { type ActionContext, runActions } from "../actions";
import { deriveCookieKey } from "../cookies";
import type { Destination } from "../http";
import type { RequestFacts } from "../request";
import type { ListenerQuestion, Question } from "./question";
import type { ActionReport, GroupReport } from "./report";
import { targetHeaders } from "./target-headers";
import { reportTargets } from "./target-report";

/** What follows from the actions of the rule that answers. */
export function reportActions(
  actions: Knowable<readonly Action[]>,
  request: RequestFacts,
  destination: Destination,
  question: ListenerQuestion,
): { readonly first: readonly string[]; readonly action: ActionReport } {
  if (isUnknown(actions)) return { first: [], action: { kind: "unknown", reason: actions.unknown } };
  const first: string[] = [];
  for (const action of actions) {
    if (isUnknown(action)) return { first, action: { kind: "unknown", reason: action.unknown } };
    if (action.kind === "forward") return { first, action: reportForward(action, destination, question) };
    if (action.kind === "redirect" || action.kind === "fixed-response")
      return { first, action: reportAnswer(action, request) };
    first.push(describeAuthentication(action));
  }
  return { first, action: { kind: "unknown", reason: "no action routes the request" } };
}

function describeAuthentication({ kind, onUnauthenticatedRequest }: AuthenticateAction): string {
  if (kind === "jwt-validation") return "jwt-validation: a request without a valid token gets 401";
  if (isUnknown(onUnauthenticatedRequest)) return `${kind} ${describeUnknown(onUnauthenticatedRequest)}`;
  const treatments: ReadonlyMap<string, string> = new Map([
    ["allow", "goes on"],
    ["deny", "gets 401"],
  ]);
  const treatment = treatments.get(onUnauthenticatedRequest) ?? "is sent to sign in";
  return `${kind}: a client that is not signed in ${treatment}`;
}

/** No cookie is made and nothing drawn for an answer of the load balancer. */
const context: ActionContext = {
  draw: 0,
  nowMs: 0,
  version: "1.1",
  cookieKey: deriveCookieKey(new Uint8Array(32)),
};

function reportAnswer(action: Action, request: RequestFacts): ActionReport {
  const outcome = runActions([action], request, context);
  if (outcome.kind === "unknown") return outcome;
  if (outcome.kind === "forward") return { kind: "unknown", reason: "no answer" };
  const { status, reason, headers, body } = outcome;
  const [location, contentType] = ["Location", "Content-Type"].map((name) => headerValue(headers, name));
  const isRedirect = location !== undefined;
  return {
    kind: "answer",
    status,
    reason,
    ...(location !== undefined && { location }),
    ...(!isRedirect && contentType !== undefined && { contentType }),
    ...(!isRedirect && { body }),
  };
}

function headerValue(headers: readonly string[], name: string): string | undefined {
  const at = headers.indexOf(name);
  return at === -1 ? undefined : headers[at + 1];
}

function reportForward(
  { groups, stickiness }: ForwardAction,
  destination: Destination,
  question: ListenerQuestion,
): ActionReport {
  if (isUnknown(groups)) return { kind: "unknown", reason: groups.unknown };
  const weights = groups.map(({ weight }) => weight);
  const sum = weights.reduce<number>((total, weight) => total + (isUnknown(weight) ? Number.NaN : weight), 0);
  const headers = targetHeaders(question, destination);
  return {
    kind: "forward",
    groups: groups.map((group) => reportGroup(group, sum, question)),
    sticky: stickiness?.enabled === true,
    ...(headers && { targetHeaders: headers }),
  };
}

function reportGroup({ group, weight }: WeightedGroup, sum: number, question: Question): GroupReport {
  const { topology, labels } = question;
  const declared = follow(topology.targetGroups, group);
  const share = isUnknown(weight) || sum === 0 ? 0 : (100 * weight) / sum;
  return {
    name: labels.to(group),
    ...(declared && { address: declared.address }),
    ...(declared?.path !== undefined && { path: declared.path }),
    ...(!Number.isNaN(sum) && { share }),
    targets: declared ? reportTargets(declared, question) : [],
    hasAllTargets: topology.registrations.every((registration) => !isUnknown(registration.group)),
  };
}
