import type { Defect } from "../defect";
import { logsOf } from "../log-deliveries";
import { known, quoted } from "../values";

/** AWS adds `AWSLogs` to the folder of logs by itself. */
export const logPrefixRefused: Defect = {
  id: "log-prefix-refused",
  severity: "error",
  facts: ["N40", "N41"],
  *find(subject) {
    for (const { lb, block, prefix: given } of logsOf(subject)) {
      const prefix = known(given);
      const problem = prefix === undefined ? undefined : problemOf(prefix);
      if (prefix === undefined || problem === undefined) continue;
      yield {
        at: lb,
        message: `${block} prefix must ${problem}, got ${quoted(prefix)}`,
        fix: "name a folder such as alb; AWS adds AWSLogs and the account",
        ...(!prefix.includes("AWSLogs") && { severity: "warning" }),
      };
    }
  },
};

function problemOf(prefix: string): string | undefined {
  if (prefix.includes("AWSLogs")) return "not contain AWSLogs";
  return /^\/|\/$/.test(prefix) ? "have no slash at either end" : undefined;
}
