import { createHash } from "node:crypto";
import { addressesIn } from "./stable-addresses";

/** A plan as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: plans are of any shape; what is missing is undefined
export type Plan = any;

/** Address of a resource, and its attributes. */
export type AddressedValues = readonly [string, Plan];

/** Anything that the emulator or the clock makes up, and that is told by its shape. */
const shapes: readonly RegExp[] = [
  // ids of EC2
  /(?<![A-Za-z0-9])(?:acl|aclassoc|dopt|eipalloc|eipassoc|eni|eni-attach|fl|i|igw|lt|nat|r|rtb|rtbassoc|sg|sgr|snap|subnet|vol|vpc|vpc-cidr-assoc)-[0-9a-f]{8}(?:[0-9a-f]{9})?(?![0-9a-f]{1,8}(?![0-9a-f]))/g,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  // the end of an ARN of a load balancer, a listener, a rule or a target group
  /(?<=\/)[0-9a-f]{16,17}(?![0-9a-f])/g,
  // what the provider makes of a prefix: a time and a counter
  /20\d{16}[0-9a-f]{8}/g,
];
const timestamp = /20\d\d-\d\d-\d\d([T ])\d\d:\d\d:\d\d(?:\.\d+)?(Z| \+0000 UTC|\+00:00)/g;
const stableTime = "2026-01-01";

/** Attributes whose whole value is made up. */
const madeUpAttributes = new Set(["unique_id", "fingerprint", "zone_id"]);

/**
 * A plan without chance and time in it: every id is one of the same shape that follows from the address of the resource
 * it belongs to, wherever it is named.
 */
export function stablePlan(text: string, madeUp: ReadonlyMap<string, string>): string {
  const plan: Plan = JSON.parse(text);
  const resources = valuesIn(plan);
  const names = new Map([...addressesIn(resources), ...madeUp]);
  // its own id before anything it refers to: what is in a set is printed in another order in every run
  for (const [address, values] of resources) nameAll(`${address} own`, [values?.id, values?.arn], names);
  for (const [address, values] of resources) {
    nameAll(address, values, names);
    nameMadeUp(address, values, names);
  }
  nameAll("elsewhere", plan, names);
  return `${JSON.stringify(renamed(plan, names))}\n`;
}

/** Attributes of every resource that there is before the change, by address. */
function valuesIn(plan: Plan): readonly AddressedValues[] {
  const found: [string, Plan][] = [];
  const visit = (module: Plan): void => {
    for (const { address, values } of module?.resources ?? []) found.push([address, values]);
    for (const child of module?.child_modules ?? []) visit(child);
  };
  visit(plan.prior_state?.values?.root_module);
  const changed = (plan.resource_changes ?? []).map(({ address, previous_address, change }: Plan) => [
    previous_address ?? address,
    change.before,
  ]);
  const known = [...found, ...changed].filter(([, values]) => values);
  return known.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}

/** Gives names to what a resource is the first to mention. */
function nameAll(address: string, values: Plan, names: Map<string, string>): void {
  let count = 0;
  for (const text of textsIn(values))
    for (const shape of shapes)
      for (const [found] of text.matchAll(shape)) {
        if (names.has(found)) continue;
        names.set(found, stableName(found, `${address} ${count}`));
        count += 1;
      }
}

function nameMadeUp(address: string, values: Plan, names: Map<string, string>): void {
  for (const attribute of madeUpAttributes) {
    const value = values?.[attribute];
    if (!isOwn(address, attribute) || typeof value !== "string" || value === "" || names.has(value)) continue;
    names.set(value, stableName(value, `${address} ${attribute}`));
  }
}

/** A load balancer's zone is one of AWS's own, and the same in every run. */
function isOwn(address: string, attribute: string): boolean {
  return attribute !== "zone_id" || address.includes("aws_route53_zone.");
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The same prefix, length and letters; only what is made up is other. */
function stableName(text: string, seed: string): string {
  if (/^20\d{16}[0-9a-f]{8}$/.test(text)) return `${"20260101000000000"}${digits(seed, 9)}`;
  const hex = createHash("sha256").update(seed).digest("hex").repeat(2);
  const prefix = /^[a-z][a-z-]*-(?=[0-9a-f]+$)/.exec(text)?.[0] ?? "";
  const shape = text.slice(prefix.length);
  const isCapital = /[A-Z]/.test(shape);
  const body = [...shape].map((letter, index) => (letter === "-" ? letter : (hex[index] ?? "0"))).join("");
  // ids of IAM begin with the kind of what they are of; those of Route 53 with any letter, here
  const first = /^A(?:ROA|IPA|IDA|NPA|GPA|KIA)/.test(shape) ? "A" : "Z";
  return `${prefix}${isCapital ? `${first}${body.slice(1).toUpperCase()}` : body}`;
}

function digits(seed: string, length: number): string {
  const number = Number.parseInt(createHash("sha256").update(seed).digest("hex").slice(0, 10), 16);
  return `${number}`.padStart(length, "0").slice(-length);
}

/** Longer texts first, so that none is changed inside of another. */
function renamed(plan: Plan, names: ReadonlyMap<string, string>): Plan {
  const longest = [...names].sort(([one], [other]) => other.length - one.length);
  const byLength = new Map(longest);
  const escaped = longest.map(([text]) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const anyName = new RegExp(
    escaped.map((text) => (/^\d/.test(text) ? `(?<!\\d)${text}(?!\\d)` : text)).join("|"),
    "g",
  );
  const change = (value: Plan): Plan => {
    if (typeof value === "string")
      return value
        .replace(anyName, (text) => byLength.get(text) ?? text)
        .replace(timestamp, `${stableTime}$100:00:00$2`);
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
  };
  return change(plan);
}
