import { cidrProblem } from "./cidr";
import { type ConditionKind, kindsOf, type RouteCondition, valuesOf } from "./conditions";
import { isToken, type PropChecks, show } from "./prop-checks";

const VALUES_PER_RULE = 5;
const WILDCARDS_PER_RULE = 6;
const ONCE_PER_RULE: readonly ConditionKind[] = [
  "hostHeader",
  "httpRequestMethod",
  "pathPattern",
  "sourceIp",
];

/** Reports conditions that AWS would refuse, or that can never hold. */
export function checkConditions(check: PropChecks, conditions: readonly RouteCondition[]): void {
  if (!Array.isArray(conditions) || conditions.length === 0) {
    check.refuse(
      "conditions-missing",
      `conditions must hold at least one condition, got ${show(conditions)}; add one`,
    );
    return;
  }
  const sound = conditions.filter((condition, index) => hasOneKind(check, condition, index));
  for (const condition of sound) checkValues(check, condition);
  for (const kind of ONCE_PER_RULE) {
    const times = sound.filter((condition) => kind in condition).length;
    if (times > 1) {
      check.refuse(
        "condition-repeated",
        `a route takes one ${kind} condition, got ${times}; put the values in one`,
      );
    }
  }
  const values = sound.flatMap((condition) => [...valuesOf(condition)]);
  if (values.length > VALUES_PER_RULE) {
    const got = `got ${values.length}`;
    check.refuse(
      "too-many-values",
      `a route takes at most ${VALUES_PER_RULE} condition values, ${got}; split the route`,
    );
  }
  const patterns = sound
    .filter((condition) => !("sourceIp" in condition))
    .flatMap((one) => [...valuesOf(one)]);
  const wildcards = patterns.join("").match(/(?<!\\)[*?]/g)?.length ?? 0;
  if (wildcards > WILDCARDS_PER_RULE) {
    const rule = `a route takes at most ${WILDCARDS_PER_RULE} wildcards, got ${wildcards}`;
    check.refuse("too-many-wildcards", `${rule}; split the route or widen a pattern`);
  }
}

function hasOneKind(check: PropChecks, condition: RouteCondition, index: number): boolean {
  const kinds = kindsOf(condition);
  if (kinds.length !== 1) {
    const got = kinds.length === 0 ? show(condition) : kinds.join(" and ");
    check.refuse(
      "condition-kind",
      `condition ${index + 1} must hold one kind, got ${got}; use one condition a kind`,
    );
    return false;
  }
  const kind = kinds[0] as ConditionKind;
  const values: unknown = kind === "httpHeader" ? Object(condition)[kind]?.values : Object(condition)[kind];
  if (Array.isArray(values) && values.length > 0) return true;
  const got = show(values);
  check.refuse(
    "condition-without-values",
    `${kind} must be a list of at least one value, got ${got}; add a value`,
  );
  return false;
}

function checkValues(check: PropChecks, condition: RouteCondition): void {
  if ("hostHeader" in condition) each(condition.hostHeader, (host) => checkHost(check, host));
  if ("pathPattern" in condition) each(condition.pathPattern, (path) => checkPath(check, path));
  if ("httpHeader" in condition) checkHeader(check, condition.httpHeader);
  if ("httpRequestMethod" in condition)
    each(condition.httpRequestMethod, (method) => checkMethod(check, method));
  if ("queryString" in condition) {
    for (const { key, value } of condition.queryString) {
      checkText(check, "queryString value", value, 1);
      if (key !== undefined) checkText(check, "queryString key", key, 0);
    }
  }
  if ("sourceIp" in condition) each(condition.sourceIp, (cidr) => checkSource(check, cidr));
}

function each(values: readonly string[], visit: (value: string) => void): void {
  for (const value of values) if (!isToken(value)) visit(value);
}

function checkHost(check: PropChecks, host: string): void {
  const rule =
    "1 to 128 letters, digits, hyphens, dots, * and ?, with a dot and only letters after the last one";
  const pattern = /^(?=.{1,128}$)[A-Za-z0-9_.*?-]*\.[A-Za-z*?]+$/;
  check.matches(
    "hostHeader",
    host,
    pattern,
    rule,
    "host-malformed",
    "give a host such as api.example.com, no port",
  );
}

function checkPath(check: PropChecks, path: string): void {
  if (typeof path === "string" && path.length > 128) {
    check.refuse(
      "path-too-long",
      `pathPattern must be at most 128 characters, got ${path.length}; shorten it`,
    );
    return;
  }
  if (typeof path === "string" && !/^[/*]/.test(path)) {
    const mended = show(`/${path}`);
    check.refuse("path-without-slash", `pathPattern must start with "/", got ${show(path)}; write ${mended}`);
    return;
  }
  const segments = typeof path === "string" ? path.split("/") : [];
  if (segments.includes("..") || segments.includes(".")) {
    check.refuse(
      "path-with-dots",
      `pathPattern must be a normal absolute path, got ${show(path)}; resolve the dots`,
    );
    return;
  }
  const rule = "letters, digits, and _ - . $ / ~ \" ' @ : + & * ?";
  const pattern = /^[A-Za-z0-9_\-.$/~"'@:+&*?]+$/;
  check.matches(
    "pathPattern",
    path,
    pattern,
    rule,
    "path-malformed",
    "remove the other characters; no query here",
  );
}

function checkHeader(
  check: PropChecks,
  header: { readonly name: string; readonly values: readonly string[] },
): void {
  const rule = "1 to 40 characters of a header name, without wildcards";
  const name = /^[0-9A-Za-z_!#$%&'+.^`|~-]{1,40}$/;
  check.matches(
    "httpHeader.name",
    header.name ?? "",
    name,
    rule,
    "header-name-malformed",
    "give a name such as X-Version",
  );
  if (typeof header.name === "string" && header.name.toLowerCase() === "host") {
    check.refuse("header-host", 'httpHeader.name must not be "Host"; use a hostHeader condition');
  }
  for (const value of header.values) checkText(check, "httpHeader value", value, 1);
}

function checkMethod(check: PropChecks, method: string): void {
  const rule = "1 to 40 capital letters, hyphens or underscores";
  check.matches(
    "httpRequestMethod",
    method,
    /^[A-Z_-]{1,40}$/,
    rule,
    "method-malformed",
    "write it in capitals, such as GET",
  );
}

function checkText(check: PropChecks, prop: string, text: string, least: number): void {
  const pattern = new RegExp(`^[\\x20-\\x7e]{${least},128}$`);
  check.matches(
    prop,
    text,
    pattern,
    `${least} to 128 visible characters`,
    "condition-text",
    "shorten or correct it",
  );
}

function checkSource(check: PropChecks, cidr: string): void {
  const problem = cidr === "255.255.255.255/32" ? "is refused by AWS" : cidrProblem(cidr);
  if (problem)
    check.refuse(
      "source-ip-malformed",
      `sourceIp must be a network, got ${show(cidr)}, which ${problem}; correct it`,
    );
}
