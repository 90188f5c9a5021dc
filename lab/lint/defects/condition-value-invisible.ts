import type { ListenerRule } from "../../topology";
import { pairsIn, valuesIn } from "../conditions";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { quoted } from "../values";

/** Rules see no other characters of a request than visible ASCII. */
export const conditionValueInvisible: Defect = {
  id: "condition-value-invisible",
  severity: "warning",
  facts: ["R13", "R22", "R24"],
  *find(subject) {
    for (const { rule, argument, text } of textsIn(subject))
      if (/[^\x20-\x7e]/.test(text))
        yield {
          at: rule,
          message: `${argument} must be visible ASCII characters, got ${quoted(text)}`,
          fix: "let a ? or a * stand for what rules do not see",
        };
  },
};

interface Text {
  readonly rule: ListenerRule;
  readonly argument: string;
  readonly text: string;
}

function* textsIn(subject: Subject): Iterable<Text> {
  for (const { rule, value: text } of valuesIn(subject, "http-header"))
    yield { rule, argument: "http_header value", text };
  for (const { rule, key, value } of pairsIn(subject)) {
    if (key !== undefined) yield { rule, argument: "query_string key", text: key };
    if (value !== undefined) yield { rule, argument: "query_string value", text: value };
  }
}
