import type { ProblemId } from "../checks/problem-ids";
import type { PropChecks } from "../checks/prop-checks";
import { isToken, show } from "../checks/values";
import { cidrProblem } from "../network/cidr";
import { CONDITION } from "./condition-shapes";
import { type ConditionKind, kindsOf, type RouteCondition, valuesOf } from "./conditions";

const VALUES_PER_RULE = 5;
const WILDCARDS_PER_RULE = 6;
const ONCE_PER_RULE: readonly ConditionKind[] = [
  "hostHeader",
  "httpRequestMethod",
  "pathPattern",
  "sourceIp",
];

/** The conditions that can be rendered. What AWS would refuse, or can never hold, is reported. */
export function soundConditions(check: PropChecks, given: readonly RouteCondition[]): RouteCondition[] {
  if (!Array.isArray(given) || isToken(given) || given.length === 0) {
    const rule = `conditions must be a list of at least one condition, got ${show(given)}`;
    check.refuse("conditions-missing", `${rule}; add one`);
    return [];
  }
  const sound = Array.from(given).flatMap((condition) => soundCondition(check, condition) ?? []);
  for (const kind of ONCE_PER_RULE) {
    const times = sound.filter((condition) => kind in condition).length;
    if (times < 2) continue;
    const rule = `a route must have one ${kind} condition at most, got ${times}`;
    check.refuse("condition-repeated", `${rule}; put the values in one`);
  }
  checkCounts(check, sound);
  return sound;
}

/** The condition when it holds one kind with values of the right type. */
function soundCondition(check: PropChecks, given: RouteCondition): RouteCondition | undefined {
  const kinds = kindsOf(given);
  if (kinds.length !== 1) {
    const got = kinds.length === 0 ? show(given) : kinds.join(" and ");
    check.refuse("condition-kind", `a condition must hold one kind, got ${got}; use one condition a kind`);
    return undefined;
  }
  const kind = kinds[0] as ConditionKind;
  const condition = check.value("condition", given, CONDITION);
  const isWhole = condition && kind in condition && !("httpHeader" in condition && !isHeader(condition));
  if (!isWhole) return undefined;
  if ("httpHeader" in condition && condition.httpHeader.name.toLowerCase() === "host") {
    const rule = 'condition.httpHeader.name must not be "Host", got it';
    check.refuse("header-host", `${rule}; use a hostHeader condition`);
  }
  if ("pathPattern" in condition) each(condition.pathPattern, (path) => checkPath(check, path));
  if ("sourceIp" in condition) each(condition.sourceIp, (cidr) => checkSource(check, cidr));
  if (valuesOf(condition).length > 0) return condition;
  const raw: unknown = Object(given)[kind];
  if (Object(kind === "httpHeader" ? Object(raw).values : raw).length === 0) {
    const rule = `condition.${kind} must hold at least one value, got none`;
    check.refuse("condition-without-values", `${rule}; add a value`);
  }
  return undefined;
}

function isHeader({ httpHeader }: { readonly httpHeader: { name?: unknown; values?: unknown } }): boolean {
  return httpHeader.name !== undefined && httpHeader.values !== undefined;
}

/** AWS counts over all conditions of a route. */
function checkCounts(check: PropChecks, conditions: readonly RouteCondition[]): void {
  const values = conditions.flatMap(valuesOf);
  if (values.length > VALUES_PER_RULE) {
    const rule = `a route must have at most ${VALUES_PER_RULE} condition values, got ${values.length}`;
    check.refuse("too-many-values", `${rule}; split the route`);
  }
  const patterns = conditions.filter((condition) => !("sourceIp" in condition)).flatMap(valuesOf);
  const plain = patterns.filter((pattern) => !isToken(pattern));
  const wildcards = plain.join("").match(/(?<!\\)[*?]/g)?.length ?? 0;
  if (wildcards > WILDCARDS_PER_RULE) {
    const rule = `a route must have at most ${WILDCARDS_PER_RULE} wildcards, got ${wildcards}`;
    check.refuse("too-many-wildcards", `${rule}; split the route or widen a pattern`);
  }
}

/** A list may be a token as a whole, or hold some. */
function each(values: readonly string[], visit: (value: string) => void): void {
  if (isToken(values)) return;
  for (const value of values) if (!isToken(value)) visit(value);
}

function checkPath(check: PropChecks, path: string): void {
  const problem = pathProblem(path);
  if (problem) check.refuse(problem.id, `condition.pathPattern must ${problem.message}`);
}

function pathProblem(path: string): { readonly id: ProblemId; readonly message: string } | undefined {
  const got = `got ${show(path)}`;
  if (path.length > 128) {
    return { id: "path-too-long", message: `be at most 128 characters, got ${path.length}; shorten it` };
  }
  if (!/^[/*]/.test(path)) {
    return { id: "path-without-slash", message: `start with "/", ${got}; write ${show(`/${path}`)}` };
  }
  if (path.split("/").some((segment) => segment === ".." || segment === ".")) {
    return { id: "path-with-dots", message: `be a normal absolute path, ${got}; resolve the dots` };
  }
  if (/^[A-Za-z0-9_\-.$/~"'@:+&*?]+$/.test(path)) return undefined;
  const rule = "be letters, digits, and _ - . $ / ~ \" ' @ : + & * ?";
  return { id: "path-malformed", message: `${rule}, ${got}; remove the other characters; no query here` };
}

function checkSource(check: PropChecks, cidr: string): void {
  const problem = cidr === "255.255.255.255/32" ? "is refused by AWS" : cidrProblem(cidr);
  if (!problem) return;
  const rule = `condition.sourceIp must be a network, got ${show(cidr)}, which ${problem}`;
  check.refuse("source-ip-malformed", `${rule}; correct it`);
}
