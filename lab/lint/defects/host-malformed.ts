import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** The host that a condition asks for is a name with a dot, without a port. */
export const hostMalformed: Defect = {
  id: "host-malformed",
  severity: "error",
  facts: ["R20", "R27", "B32", "TF63"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "host-header")) {
      const problem = value === "" ? undefined : problemOf(value);
      if (problem === undefined) continue;
      const { must, fix, severity } = problem;
      yield { at: rule, severity, message: `host_header value must ${must}, got ${quoted(value)}`, fix };
    }
  },
};

interface Problem {
  readonly must: string;
  readonly fix: string;
  readonly severity?: "warning";
}

const NAME = "name the host as clients send it, such as api.example.com";

function problemOf(host: string): Problem | undefined {
  if (/^[^:/]+:\d*$/.test(host))
    return { must: "be a host without a port", fix: "leave the port out; the listener has it" };
  if (!/^[A-Za-z0-9_.*?-]+$/.test(host))
    return { must: "be letters, digits and - . _ * ?", fix: `${NAME}, without scheme and path` };
  if (!host.includes("."))
    return { must: "have a dot", fix: `${NAME}; for every host leave the condition out` };
  const last = host.slice(host.lastIndexOf(".") + 1);
  if (!/^[A-Za-z*?]+$/.test(last)) {
    const must = "have letters and nothing else after its last dot";
    // registered as a top-level domain, refused by the letter of the reference: nobody has tried
    return { must, fix: NAME, ...(/^xn--[a-z0-9-]+$/i.test(last) && { severity: "warning" }) };
  }
  if (/^\.|\.\./.test(host))
    return { must: "have a name or * between its dots", fix: NAME, severity: "warning" };
  return undefined;
}
