import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../../lab/local";
import { temporaryDirectory } from "../conformance/temporary-directory";

/** Fields of a line, in AWS's order; quotes are taken off. */
function fieldsOf(line: string): readonly string[] {
  return (line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map((field) => field.replace(/^"(.*)"$/, "$1"));
}

/**
 * What a line says of the end of a request: status of the load balancer, of the target, the three times (`t` where
 * they were taken), whether a target is named, request line, rule, actions, classification and its reason.
 */
function verdictOf(line: string): string {
  const fields = fieldsOf(line);
  const times = fields.slice(5, 8).map((time) => (/^\d+\.\d{3}$/.test(time) ? "t" : time));
  const target = /^[\d.]+:\d+$/.test(fields[4] ?? "") ? "target" : fields[4];
  const [request, rule, actions, classification, reason] = [12, 20, 22, 27, 28].map((at) => fields[at]);
  return [fields[8], fields[9], ...times, target, `"${request}"`, rule, actions, classification, reason].join(
    " ",
  );
}

const columns = 33;

/** The access log of a lab that has stopped. */
export interface AccessLog {
  readonly path: string;
  /** Stops the lab; every line has all columns. */
  lines(lab: Lab): Promise<readonly string[]>;
  verdicts(lab: Lab): Promise<readonly string[]>;
}

let count = 0;

export function accessLog(): AccessLog {
  const path = join(temporaryDirectory(), `access-${++count}.log`);
  const lines = async (lab: Lab) => {
    await lab.stop();
    const text = readFileSync(path, "utf8");
    const all = text.split("\n").slice(0, -1);
    for (const line of all)
      if (fieldsOf(line).length !== columns) throw new Error(`${columns} columns: ${line}`);
    return all;
  };
  return { path, lines, verdicts: async (lab) => (await lines(lab)).map(verdictOf) };
}
