import type { ActionReport, GroupReport, RuleReport } from "../../alb";
import { isUnknown, listed, type Topology } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Judgement } from "../judgement";
import { findGroup } from "../targets/find-group";
import { assertKeys, assertSome, shown } from "../words";
import type { Asked } from "./ask";
import { describeAnswer, describeNearMiss, percent } from "./describe-answer";
import type { Expected, ExpectedAnswer, ExpectedRedirect, ExpectedShares } from "./expected";

/** Whether a request ends where it should. @throws CannotJudge */
export function judgeTo(asked: Asked, expected: Expected): Judgement {
  const wanted = wantedOf(asked, expected);
  assertCertain(asked);
  const { report, request } = asked;
  const action = report.problem === null ? report.answer?.action : undefined;
  const holds = action !== undefined && wanted.isMet(action);
  const nearMiss = holds ? undefined : describeNearMiss(report, wanted.isRuleOf);
  const seen = [
    describeAnswer(report, asked.received.topology),
    ...(nearMiss === undefined ? [] : [nearMiss]),
  ].join("\n");
  return { holds, subject: request, wanted: wanted.words, seen };
}

interface Wanted {
  readonly words: string;
  readonly isMet: (action: ActionReport) => boolean;
  /** Whether a rule, if it answered, would do what is wanted. */
  readonly isRuleOf: (rule: RuleReport) => boolean;
}

function wantedOf(asked: Asked, expected: Expected): Wanted {
  if (typeof expected === "string") return wantedShares(asked, { shares: { [expected]: 100 } });
  if (typeof expected !== "object" || expected === null)
    throw new CannotJudge(`to: must be a target group, a redirect or an answer, got ${shown(expected)}`);
  if ("shares" in expected) return wantedShares(asked, expected);
  return "redirect" in expected ? wantedRedirect(expected) : wantedAnswer(expected);
}

const never = () => false;

function wantedRedirect(expected: ExpectedRedirect): Wanted {
  assertKeys(expected, ["redirect", "status"], "to");
  const { redirect, status } = expected;
  assertStatus(status);
  return {
    words: `be redirected to ${redirect}${status === undefined ? "" : ` (${status})`}`,
    isMet: (action) =>
      action.kind === "answer" &&
      action.location !== undefined &&
      withoutDefaultPort(action.location) === withoutDefaultPort(redirect) &&
      (status === undefined || action.status === status),
    isRuleOf: never,
  };
}

/** A load balancer always writes the port, people do not. */
function withoutDefaultPort(url: string): string {
  return url.replace(/^(https:\/\/[^/?#]*):443(?=[/?#]|$)|^(http:\/\/[^/?#]*):80(?=[/?#]|$)/i, "$1$2");
}

function wantedAnswer(expected: ExpectedAnswer): Wanted {
  assertSome(expected, ["status", "body", "contentType"], "to");
  const { status, body, contentType } = expected;
  assertStatus(status);
  const isBody = (text = "") =>
    body === undefined || (typeof body === "string" ? text === body : text.search(body) !== -1);
  return {
    words: `be answered ${status}${body === undefined ? "" : ` ${shown(body)}`}${contentType === undefined ? "" : ` as ${contentType}`}`,
    isMet: (action) =>
      action.kind === "answer" &&
      action.location === undefined &&
      action.status === status &&
      isBody(action.body) &&
      (contentType === undefined || action.contentType === contentType),
    isRuleOf: never,
  };
}

/** Its text would be no status that anybody answers. @throws CannotJudge */
function assertStatus(status: unknown): void {
  if (status !== undefined && typeof status !== "number")
    throw new CannotJudge(`to: status must be a number, got ${shown(status)}`);
}

function wantedShares(asked: Asked, expected: ExpectedShares): Wanted {
  assertKeys(expected, ["shares"], "to");
  const { topology } = asked.received;
  const shares = Object.entries(expected.shares).map(([name, share]) => ({ ...placeOf(asked, name), share }));
  if (shares.length === 0) throw new CannotJudge("to: must name a target group, got none");
  const addresses = shares.map(({ address }) => address);
  const isAll = shares.length === 1 && shares[0]?.share === 100;
  return {
    words: `go to ${listed(shares.map(({ label, share }) => (isAll ? label : `${label} (${percent(share)})`)))}`,
    isMet: (action) =>
      action.kind === "forward" &&
      shares.every(({ address, share }) => isNear(shareOf(action.groups, address), share)) &&
      action.groups.every((group) => group.share === 0 || addresses.includes(group.address ?? group.name)),
    isRuleOf: ({ address }) => forwardsTo(topology, address, addresses),
  };
}

/** A group of the input, or one that a rule names by its ARN. */
function placeOf(
  { report, received }: Asked,
  wanted: string,
): { readonly address: string; readonly label: string } {
  const action = report.answer?.action;
  const groups = action?.kind === "forward" ? action.groups : [];
  if (groups.some(({ address, name }) => address === undefined && name === wanted))
    return { address: wanted, label: wanted };
  return { address: findGroup(received, wanted).address, label: wanted };
}

function shareOf(groups: readonly GroupReport[], place: string): number {
  return groups
    .filter(({ address, name }) => (address ?? name) === place)
    .reduce((sum, { share = Number.NaN }) => sum + share, 0);
}

function isNear(share: number, wanted: number): boolean {
  return Math.abs(share - wanted) < 0.05;
}

function forwardsTo({ rules }: Topology, address: string, groups: readonly string[]): boolean {
  const actions = rules.find((rule) => rule.address === address)?.actions ?? [];
  return (
    !isUnknown(actions) &&
    actions.some((action) => {
      if (isUnknown(action) || action.kind !== "forward" || isUnknown(action.groups)) return false;
      return action.groups.some(({ group }) => "address" in group && groups.includes(group.address));
    })
  );
}

/** What may be otherwise than it seems is no answer. */
function assertCertain({ request, report, ruleDoubts }: Asked): void {
  const { answer } = report;
  if (answer?.action.kind === "unknown")
    throw new CannotJudge(`where ${request} goes is not known: ${answer.action.reason}`);
  if (answer?.action.kind === "forward" && answer.action.groups.some(({ share }) => share === undefined))
    throw new CannotJudge(`where ${request} goes is not known: a weight is known only after apply`);
  const [doubt] = ruleDoubts;
  if (doubt === undefined) return;
  const reasons = report.rules.flatMap(({ conditions }) =>
    conditions.flatMap(({ verdict, text }) => (verdict === "unknown" ? [text] : [])),
  );
  throw new CannotJudge([`where ${request} goes is not known: ${doubt}`, ...reasons.slice(0, 1)].join(": "));
}
