import { type CompiledRule, errorAnswer } from "../../alb";
import type { OwnAnswer } from "../http/contract";
import type { ReceivedRequest } from "./request-facts";
import type { RequestRecord } from "./request-record";
export type Outcome = OwnAnswer | { readonly kind: "forward"; readonly group: string | undefined; readonly cookies: readonly string[] };
export function followActions(rule: CompiledRule, _request: ReceivedRequest, record: RequestRecord): Outcome {
  const actions = rule.actions as any[];
  const a = actions.at(-1);
  if (a.kind === "forward") { record.actions = ["forward"]; return { kind: "forward", group: a.groups[0].group.address, cookies: [] }; }
  return errorAnswer(500, record.head.version);
}
