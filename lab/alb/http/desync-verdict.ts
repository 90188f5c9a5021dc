/** From harmless to dangerous. */
export type DesyncClass = "Compliant" | "Acceptable" | "Ambiguous" | "Severe";

/** As the access log writes them in `classification_reason`. */
export type DesyncReason =
  | "Compliant"
  | "NonCompliantHeader"
  | "SpaceInUri"
  | "NonCompliantVersion"
  | "GetHeadZeroContentLength"
  | "NonCrLfLineTermination"
  | "EmptyHeader"
  | "AmbiguousUri"
  | "UndefinedContentLengthSemantics"
  | "UndefinedTransferEncodingSemantics"
  | "DuplicateContentLength"
  | "BothTeClPresent"
  | "SuspiciousHeader"
  | "MultilineHeader"
  | "MissingHeaderColon"
  | "BadHeader"
  | "BadUri"
  | "BadVersion"
  | "BadMethod"
  | "MultipleContentLength"
  | "BadContentLength"
  | "MultipleTransferEncodingChunked"
  | "BadTransferEncoding";

export interface Desync {
  readonly class: DesyncClass;
  readonly reason: DesyncReason;
}

export const COMPLIANT: Desync = { class: "Compliant", reason: "Compliant" };

const RANKS: Readonly<Record<DesyncClass, number>> = { Compliant: 0, Acceptable: 1, Ambiguous: 2, Severe: 3 };

/** The worse of the two; the first reason stands where both are equally bad. */
export function worse(verdict: Desync, desyncClass: DesyncClass, reason: DesyncReason): Desync {
  return RANKS[desyncClass] > RANKS[verdict.class] ? { class: desyncClass, reason } : verdict;
}
