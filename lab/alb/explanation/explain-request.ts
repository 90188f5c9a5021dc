import { follow, Labels, type Listener, type LoadBalancer, labelOf, type Topology } from "../../topology";
import { type Destination, examineRequest } from "../http";
import type { RequestFacts } from "../request";
import {
  compileListener,
  describeCondition,
  type Explanation,
  explain,
  type RuleExplanation,
} from "../routing";
import { reportActions } from "./answer";
import type { AskedRequest } from "./asked-request";
import { doubtsOf, ruleDoubts } from "./doubts";
import { findListener } from "./find-listener";
import { admissionProblem, answerProblem } from "./problems";
import type { ListenerQuestion, Question } from "./question";
import type { Place, RequestReport, RuleReport } from "./report";

/** Which rule answers a request and why, what it does, and who gets the request. */
export function explainRequest(
  topology: Topology,
  loadBalancer: LoadBalancer,
  asked: AskedRequest,
): RequestReport {
  return followRequest(topology, loadBalancer, asked).report;
}

/** A request as it was explained, with what takes it. */
export interface FollowedRequest {
  readonly report: RequestReport;
  /** Absent: none takes such a request. */
  readonly listener?: Listener;
  /** Rules that might answer instead, a sentence each; some of `report.doubts`. */
  readonly ruleDoubts: readonly string[];
}

/** What {@link explainRequest} does, for somebody who looks further. */
export function followRequest(
  topology: Topology,
  loadBalancer: LoadBalancer,
  asked: AskedRequest,
): FollowedRequest {
  const question: Question = { topology, loadBalancer, asked, labels: new Labels(topology) };
  const preserveHostHeader = loadBalancer.attributes.preserveHostHeader === true;
  const examination = examineRequest({ ...asked, version: "1.1" }, { preserveHostHeader });
  const destination = "destination" in examination ? examination.destination : undefined;
  const report = emptyReport(question, destination);
  const listener = findListener(question);
  if ("problem" in listener) return { report: { ...report, ...listener }, ruleDoubts: [] };
  const { protocol, port } = asked;
  const taken = { ...report, listener: { ...placed(listener), protocol: protocol.toUpperCase(), port } };
  if ("status" in examination) {
    const problem = `the load balancer answers ${examination.status}, whatever the rules say`;
    return { report: { ...taken, problem }, listener, ruleDoubts: [] };
  }
  const { doubts, ...explained } = explainRules({ ...question, listener }, examination.destination);
  return { report: { ...taken, ...explained, doubts: doubts.all }, listener, ruleDoubts: doubts.ofRules };
}

interface Doubts {
  readonly all: readonly string[];
  readonly ofRules: readonly string[];
}

function emptyReport({ loadBalancer, asked }: Question, destination: Destination | undefined): RequestReport {
  const { method, url, headers, sourceIp } = asked;
  const { host = "", path = "", query = "" } = destination ?? {};
  return {
    request: { method, url, host, path, query, headers, sourceIp },
    loadBalancer: { ...placed(loadBalancer), name: labelOf(loadBalancer) },
    listener: null,
    rules: [],
    answer: null,
    problem: null,
    doubts: [],
  };
}

function explainRules(
  question: ListenerQuestion,
  destination: Destination,
): Pick<RequestReport, "rules" | "answer" | "problem"> & { readonly doubts: Doubts } {
  const { topology, listener, asked } = question;
  const facts = factsOf(asked, destination);
  const own = topology.rules.filter((rule) => follow([listener], rule.listener));
  const explanation = explain(compileListener(listener, own), facts, { includeLater: true });
  const { rule } = explanation;
  const actions = reportActions(rule.actions, facts, destination, question);
  const answer = { rule: { ...placed(rule), priority: rule.priority }, ...actions };
  return {
    rules: explanation.rules.map((one) => reportRule(one, explanation)),
    answer,
    problem: admissionProblem(question) ?? answerProblem(answer),
    doubts: { all: doubtsOf(question, explanation, answer), ofRules: ruleDoubts(question, explanation) },
  };
}

function factsOf({ method, headers, sourceIp, protocol, port }: AskedRequest, to: Destination): RequestFacts {
  const { host, path, query } = to;
  const header = (name: string) =>
    headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
  return { method, host, path, query, header, sourceIp, protocol, port };
}

function reportRule(
  { rule, verdict, isTried, conditions }: RuleExplanation,
  { rule: answering }: Explanation,
): RuleReport {
  return {
    ...placed(rule),
    priority: rule.priority,
    verdict,
    answers: rule === answering,
    isTried,
    conditions: conditions.map((condition) => ({ ...condition, text: describeCondition(condition) })),
  };
}

function placed({ address, path }: Place): Place {
  return path === undefined ? { address } : { address, path };
}
