import { z } from "zod";
import { judged, must, shape, show, text, wholeNumber } from "./leaf";
import { region } from "./network-leaves";

export const account = text(
  /^\d{12}$/,
  "an AWS account id: text of 12 digits",
  "keep leading zeros, drop hyphens",
);

/** Which of the two pairs is given is a question for the rules. */
export const https = shape({
  certificateArn: text(
    /^arn:(aws|aws-cn|aws-us-gov):acm:[a-z0-9-]+:\d{12}:certificate\/[A-Za-z0-9-]{1,64}$/,
    "the ARN of an ACM certificate",
    "copy it from the certificate's page, or give domainName and hostedZoneId",
  ).optional(),
  domainName: judged(domainFault).optional(),
  hostedZoneId: text(
    /^Z[A-Z0-9]{1,31}$/,
    "the id of a hosted zone: Z and capital letters or digits",
    "copy it from Route 53, without /hostedzone/",
  ).optional(),
});

/** ACM takes 64 characters for the first name, and the alias record takes no wildcard. // B83, B84 */
function domainFault(got: unknown): string | undefined {
  if (typeof got === "string" && got.length > 64) {
    return `must be at most 64 characters, got ${got.length}; ACM allows no more for the first name`;
  }
  if (typeof got === "string" && got.startsWith("*.")) {
    return `must not be a wildcard, got ${show(got)}; name the one host of the load balancer`;
  }
  if (typeof got === "string" && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(got))
    return undefined;
  return `must be a lower-case domain name such as lab.example.com, got ${show(got)}; drop spaces and end dots`;
}

export const stateBucket = shape({
  bucket: text(
    /^(?!xn--)(?!sthree-)(?!.*(-s3alias|--ol-s3|--x-s3)$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    "a bucket name: 3 to 63 lower-case letters, digits or inner hyphens",
    "name a bucket that exists; dots break TLS",
  ),
  region: region.optional(),
  key: text(
    /^[A-Za-z0-9_.-][A-Za-z0-9_./-]{0,1023}$/,
    "an object key of 1 to 1024 characters without a leading slash",
    "write it as alb-lab/dev.tfstate",
  ).optional(),
});

const days = "give the days after which log files are deleted";
export const accessLogs = shape({ retentionDays: wholeNumber(1, 3650, days) });

/** The steps that CloudWatch Logs knows. // B88 */
const steps = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
export const flowLogs = shape({
  retentionDays: z.literal(steps, {
    error: must("one of CloudWatch's steps", (got) => nearbySteps(Number(got))),
  }),
});

function nearbySteps(days: number): string {
  const around = [steps.filter((step) => step < days).at(-1), steps.find((step) => step > days)];
  const offered = around.filter((step) => step !== undefined);
  return `the nearest are ${(offered.length > 0 ? offered : [30, 365]).join(" and ")}`;
}

const reserved = ["project", "environment", "managedby", "name"];
const tagForm = /^[\p{L}\p{N} _.:/=+@-]+$/u;

/** AWS allows 50 tags on a resource; the constructs add some of their own. // N9, B89 */
export const tags = z.custom<Readonly<Record<string, string>>>((got) => tagsFault(got) === undefined, {
  error: ({ input }) => tagsFault(input) ?? "",
});

function tagsFault(got: unknown): string | undefined {
  if (typeof got !== "object" || got === null || Array.isArray(got)) {
    return `must be an object of texts, got ${show(got)}; write it as { Team: "web" }`;
  }
  const entries = Object.entries(got);
  if (entries.length > 40)
    return `must be at most 40 tags, got ${entries.length}; AWS allows 50 with the lab's own`;
  return entries.map(([key, value]) => tagFault(key, value)).find((fault) => fault !== undefined);
}

function tagFault(key: string, value: unknown): string | undefined {
  const where = `tag ${show(key)}`;
  if (/^aws:/i.test(key)) return `must not use AWS's own prefix, got ${where}; drop "aws:"`;
  if (reserved.includes(key.toLowerCase()))
    return `must not repeat a tag that is always added, got ${where}; remove it`;
  if (key.length > 128 || !tagForm.test(key)) {
    return `must have names of 1 to 128 letters, digits, spaces or _ . : / = + - @, got ${where}; rename it`;
  }
  if (typeof value !== "string" || value.length > 256 || (value !== "" && !tagForm.test(value))) {
    return `must have values of at most 256 letters, digits, spaces or _ . : / = + - @, got ${show(value)} for ${where}; change it`;
  }
  if (/AKIA[0-9A-Z]{16}|PRIVATE KEY|passw(or)?d\s*[:=]/i.test(value)) {
    return `must not hold a secret, and ${where} looks like one; keep it in a parameter store`;
  }
  return undefined;
}
