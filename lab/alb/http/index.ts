export {
  type AccessLogEntry,
  type AddressAndPort,
  accessLogEntry,
  type LoggedAction,
  type LoggedRequest,
} from "./access-log";
export { isToken, isVisible } from "./characters";
export { controlFields } from "./control-fields";
export { classifyDesync } from "./desync";
export { applyDesyncMode, type DesyncTreatment } from "./desync-mode";
export { COMPLIANT, type Desync, type DesyncClass, type DesyncReason } from "./desync-verdict";
export { type ErrorAnswer, type ErrorAnswerOptions, errorAnswer, failureStatus } from "./error-answer";
export { errorPage } from "./error-page";
export {
  type AnswerExamination,
  type AnswerFraming,
  type AskedFor,
  type ClearAnswer,
  examineAnswer,
} from "./examine-answer";
export { type ClearHead, examineHead, type HeadExamination, type RefusedHead } from "./examine-head";
export {
  type Destination,
  examineRequest,
  type ReadRequest,
  type RequestExamination,
  type RequestRules,
} from "./examine-request";
export { type Authority, readAuthority } from "./host";
export {
  ANSWER_HEADERS_LIMIT,
  HEADER_LIMIT,
  MAX_REQUEST_FIELDS,
  REQUEST_HEADERS_LIMIT,
  REQUEST_LINE_LIMIT,
  sizeFailure,
} from "./limits";
export { type ListenerHeaders, listenerHeaders } from "./listener-headers";
export { type ClientProtocol, isGrpc, takesProtocol } from "./protocol-version";
export { requestFraming } from "./request-framing";
export {
  type ClientFacts,
  type PreparedHeaders,
  type RequestHeaderSettings,
  type RequestHeaderWriter,
  requestHeaders,
} from "./request-headers";
export { type ResponseHeaderWriter, responseHeaders } from "./response-headers";
export { traceId } from "./trace-id";
export {
  type AnswerFailure,
  type BodyFraming,
  type Failure,
  type HeadFailure,
  type HeadSizes,
  type HttpVersion,
  NO_ODDITIES,
  type Oddity,
  type RawAnswerHead,
  type RawHead,
  type RawHeaders,
} from "./types";
