export { askedRequest } from "./asked-request";
export { explainRequest, type FollowedRequest, followRequest } from "./explain-request";
export { findLoadBalancer } from "./find-load-balancer";
export { QuestionError } from "./question-error";
export type {
  ActionReport,
  AnswerReport,
  GroupReport,
  Place,
  RequestReport,
  RuleReport,
  TargetReport,
} from "./report";
