import { type KnownPair, pairsIn } from "../conditions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** Key and value of a pair are compared apart, so that neither can hold what stands between them. */
export const queryPairInValue: Defect = {
  id: "query-pair-in-value",
  severity: "warning",
  facts: ["R24", "R30", "TF67"],
  *find(subject) {
    for (const pair of pairsIn(subject)) {
      const text = wholeOf(pair);
      if (text === undefined) continue;
      yield {
        at: pair.rule,
        message: `query_string must hold key and value of one pair apart, got ${quoted(text)} in one`,
        fix: "set key to what is before the =, value to what is behind it; a second pair is a second block",
      };
    }
  },
};

/** What holds a whole pair, or two. A value that ends with = is base64. */
function wholeOf({ hasKey, key = "", value = "" }: KnownPair): string | undefined {
  if (/[=&#]/.test(key)) return key;
  if (/[&#]/.test(value)) return value;
  return !hasKey && /^[A-Za-z_][\w.-]*=[^=]/.test(value) ? value : undefined;
}
