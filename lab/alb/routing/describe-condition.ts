import type { ConditionExplanation } from "./explain";
import type { NearMissKind } from "./near-miss";

const advice: Readonly<Record<NearMissKind, string>> = {
  case: "upper and lower case count here",
  "slash-missing": "the pattern wants a slash where the path ends",
  "slash-too-many": "the path ends with a slash that the pattern does not have",
  longer: "a pattern has to match the whole path, which goes on here",
  "query-in-path": "the query is no part of the path; use a query-string condition",
  encoded: "it is compared as sent, without decoding",
  "subdomain-missing": "the pattern wants a name before the domain",
  subdomain: "a pattern has to match the whole name, which begins earlier here",
  "port-in-host": "hosts are compared without their port",
  absent: "the request has none",
  part: "a pattern has to match the whole value, and this is a part of it",
  "other-value": "the key is there with another value",
  "other-key": "the value is there under another key",
  "forwarded-for": "X-Forwarded-For does not count, only the peer of the connection",
  "no-block": "it is no CIDR block, so nobody is in it",
};

/** One sentence on one condition, such as `path "/img" does not match "/img/*": the pattern wants a slash ...`. */
export function describeCondition(condition: ConditionExplanation): string {
  const { verdict, match, nearMiss, reasons = [] } = condition;
  if (verdict === "unknown")
    return `${nameOf(condition)} cannot be judged: ${[...new Set(reasons)].join(", ")}`;
  if (match !== undefined) return `${nameOf(condition)} ${quote(match.text)} matches ${quote(match.value)}`;
  const sentence = `${nameOf(condition)} ${foundIn(condition)} does not match ${wantedBy(condition)}`;
  if (nearMiss === undefined) return sentence;
  const about = condition.wanted.length > 1 ? ` (${quote(nearMiss.value)})` : "";
  const seen = nearMiss.text === undefined ? "" : `, ${quote(nearMiss.text)}`;
  return `${sentence}: ${advice[nearMiss.kind]}${seen}${about}`;
}

function nameOf({ part, headerName }: ConditionExplanation): string {
  if (part === "header") return `header ${headerName}`;
  if (part === "source") return "source address";
  return part === "none" ? "this condition" : part;
}

function foundIn({ found }: ConditionExplanation): string {
  return found.length === 0 ? "(none)" : found.map(quote).join(", ");
}

function wantedBy({ wanted }: ConditionExplanation): string {
  return wanted.length === 0 ? "anything, as it has no value" : wanted.map(quote).join(" or ");
}

/** Long texts are cut, and control characters spelled, so that a hostile request stays one line. */
function quote(text: string): string {
  const longest = 100;
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
