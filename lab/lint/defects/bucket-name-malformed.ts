import { isUnknown } from "../../topology";
import type { Defect, Flaw } from "../defect";
import { logsOf } from "../log-deliveries";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;
/** Terraform adds 26 characters to a prefix. */
const LONGEST_PREFIX = 37;

/** Names of buckets follow the rules of host names. */
export const bucketNameMalformed: Defect = {
  id: "bucket-name-malformed",
  severity: "error",
  facts: ["B85", "TF12"],
  *find(subject) {
    for (const bucket of subject.resources("aws_s3_bucket")) {
      const [name, prefix] = ["bucket", "bucket_prefix"].map((argument) => bucket.value(argument));
      if (typeof name === "string" && name !== "") yield* judged(bucket, "bucket", name, problemOf(name));
      // a plan and a state show the prefix of a name that Terraform has made up
      else if (typeof prefix === "string" && prefix !== "")
        yield* judged(bucket, "bucket_prefix", prefix, prefixProblem(prefix));
    }
    for (const { lb, block, bucket } of logsOf(subject)) {
      const name = known(bucket);
      if (name === undefined || isDeclared(subject, lb.address, block)) continue;
      yield* judged(lb, `${block} bucket`, name, problemOf(name));
    }
  },
};

function* judged(
  at: Flaw["at"],
  argument: string,
  name: string,
  problem: string | undefined,
): Generator<Flaw> {
  if (problem === undefined) return;
  yield {
    at,
    message: `${argument} must ${problem}, got ${quoted(name)}`,
    fix: "use 3 to 63 small letters, digits and hyphens, such as shop-logs-123456789012",
  };
}

/** Then it is judged where it is declared. */
function isDeclared(subject: Subject, address: string, block: string): boolean {
  const link = subject.resource(address)?.link(block, "bucket");
  return link !== undefined && (isUnknown(link) || "address" in link);
}

function problemOf(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return "have 3 to 63 characters";
  if (!/^[a-z0-9.-]+$/.test(name)) return "hold small letters, digits, hyphens and dots only";
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) return "begin and end with a letter or digit";
  if (name.includes("..")) return "not hold two dots in a row";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return "not look like an IP address";
  return RESERVED.test(name) ? "not begin or end with what S3 keeps for itself" : undefined;
}

function prefixProblem(prefix: string): string | undefined {
  if (prefix.length > LONGEST_PREFIX) return `have at most ${LONGEST_PREFIX} characters`;
  return problemOf(`${prefix}20060102150405`);
}
