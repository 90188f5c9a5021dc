import type { Environment } from "./settings";

/** Stands for the team's domain until it is known: example.com is reserved and belongs to nobody. */
export const placeholderDomain = "lab.example.com";

/** Stands for the id of the team's hosted zone until it is known; Route 53 never gives out this id. */
export const placeholderHostedZoneId = "Z00000000000000EXAMPLE";

/** A value that only the team knows and that a deploy needs. */
export interface Placeholder {
  /** Key in the environment's file, such as `https.domainName`. */
  readonly key: string;
  /** What to write there. */
  readonly hint: string;
}

const reservedDomain = /(^|\.)(example\.(com|net|org)|example|invalid|test|localhost)$/;

/**
 * Keys that still hold a placeholder, or that are absent although a deploy needs them. Such an environment
 * synthesizes, so that it can be read, tested and planned; deploying it would fail or build for nobody.
 */
export function placeholdersIn(environment: Environment): readonly Placeholder[] {
  const { https, accessLogs, account } = environment;
  const found: Placeholder[] = [];
  if (https && "domainName" in https && https.domainName) {
    if (reservedDomain.test(https.domainName)) {
      found.push({ key: "https.domainName", hint: "a domain that your team owns" });
    }
    if (https.hostedZoneId.includes("EXAMPLE")) {
      found.push({ key: "https.hostedZoneId", hint: "the id of the Route 53 hosted zone of that domain" });
    }
  }
  if (accessLogs && account === undefined) {
    found.push({
      key: "account",
      hint: "the 12 digits of your AWS account, which the log bucket's policy names",
    });
  }
  return found;
}
