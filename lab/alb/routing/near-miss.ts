import { isInRange, parseAddress } from "./address-range";
import type { CompiledCondition, CompiledValue } from "./compile-condition";
import { findField } from "./judge-condition";
import type { Subject } from "./subject";
import { compilePattern, literalText, matchesPattern } from "./text-pattern";

/** What keeps a condition from holding that almost does. */
export type NearMissKind =
  /** Upper and lower case: it counts in paths and methods (R21, R23). */
  | "case"
  /** The pattern goes on after a slash where the path ends: `/img/*` is not `/img` (R11). */
  | "slash-missing"
  /** The path ends with a slash that the pattern does not have. */
  | "slash-too-many"
  /** The path goes on where the pattern ends: a pattern matches the whole path (R11). */
  | "longer"
  /** The pattern wants a query, which is no part of the path (R21). */
  | "query-in-path"
  /** It matches what is meant by `%20` and the like, but values are compared as sent (R29, R30). */
  | "encoded"
  /** `*.example.com` is not `example.com` (R11). */
  | "subdomain-missing"
  /** `example.com` is not `www.example.com`. */
  | "subdomain"
  /** The pattern names a port, which is no part of the host here (R27). */
  | "port-in-host"
  /** The header, or the key of the query, is not there at all. */
  | "absent"
  /** The value is only a part of what was sent (R11). */
  | "part"
  /** The key is there with another value. */
  | "other-value"
  /** The value is there under another key. */
  | "other-key"
  /** X-Forwarded-For names such an address, but only the peer of the connection counts (R25). */
  | "forwarded-for"
  /** The value is no CIDR block, so nobody is in it. */
  | "no-block";

export interface NearMiss {
  readonly kind: NearMissKind;
  /** The value that almost matches, as declared. */
  readonly value: string;
  /** What was sent there, where that says more. */
  readonly text?: string;
}

/** The nearest miss of a condition that does not hold. */
export function findNearMiss(condition: CompiledCondition, subject: Subject): NearMiss | undefined {
  for (const value of condition.values) {
    const missed = missOf(condition, value, subject);
    if (missed !== undefined) return { value: value.source, ...missed };
  }
  return undefined;
}

type Miss = Omit<NearMiss, "value">;

function missOf(condition: CompiledCondition, value: CompiledValue, subject: Subject): Miss | undefined {
  switch (condition.part) {
    case "host":
      return kindOf(missesOfHost(value, subject.host));
    case "path":
      return kindOf(missesOfPath(value, subject));
    case "method":
      return kindOf([["case", value.source.toUpperCase() === subject.request.method.toUpperCase()]]);
    case "header":
      return missOfHeader(condition.headerName, value, subject);
    case "query":
      return missOfQuery(value, subject);
    case "source":
      return missOfSource(value, subject);
    case "none":
      return undefined;
  }
}

type Check = readonly [NearMissKind, boolean];

function kindOf(checks: readonly Check[]): Miss | undefined {
  const kind = checks.find(([, applies]) => applies)?.[0];
  return kind && { kind };
}

function missesOfHost({ source, pattern }: CompiledValue, host: string): readonly Check[] {
  const literal = pattern && literalText(pattern);
  return [
    ["subdomain-missing", source.startsWith("*.") && matches(source.slice(2), host)],
    ["subdomain", literal !== undefined && host.endsWith(`.${literal}`)],
    ["port-in-host", /:[\d*?]*$/.test(source) && matches(source.replace(/:[\d*?]*$/, ""), host)],
  ];
}

function missesOfPath({ source, pattern }: CompiledValue, { path, request }: Subject): readonly Check[] {
  const literal = pattern && literalText(pattern);
  return [
    ["case", matches(source, path.toLowerCase())],
    ["slash-missing", matches(source, `${path}/`, false)],
    ["slash-too-many", path.endsWith("/") && matches(source, path.slice(0, -1), false)],
    ["query-in-path", source.includes("?") && matches(source, `${path}?${request.query}`, false)],
    ["encoded", path.includes("%") && matches(source, decode(path), false)],
    ["longer", literal !== undefined && path.startsWith(literal.endsWith("/") ? literal : `${literal}/`)],
  ];
}

function missOfHeader(name: string, { source }: CompiledValue, subject: Subject): Miss | undefined {
  const texts = subject.headerTexts(name);
  if (texts.length === 0) return { kind: "absent" };
  const part = texts.findIndex((text) => matches(`*${source}*`, text));
  return part === -1 ? undefined : { kind: "part", text: subject.request.header(name)[part] ?? "" };
}

function missOfQuery({ key, pattern }: CompiledValue, { queryFields }: Subject): Miss | undefined {
  const decoded = queryFields.map((field) => ({
    ...field,
    key: decode(field.key),
    value: decode(field.value),
  }));
  const candidates = [
    ["encoded", findField({ ...(key && { key }), ...(pattern && { pattern }) }, decoded)],
    ["other-value", key && findField({ key }, queryFields)],
    ["other-key", pattern && findField({ pattern }, queryFields)],
  ] as const;
  for (const [kind, field] of candidates) if (field !== undefined) return { kind, text: field.text };
  return key === undefined ? undefined : { kind: "absent" };
}

function missOfSource({ range }: CompiledValue, { request }: Subject): Miss | undefined {
  if (range === undefined) return { kind: "no-block" };
  const forwarded = request.header("x-forwarded-for").flatMap((value) => value.split(","));
  const text = forwarded
    .map((address) => address.trim())
    .find((address) => {
      const parsed = parseAddress(address);
      return parsed !== undefined && isInRange(parsed, range);
    });
  return text === undefined ? undefined : { kind: "forwarded-for", text };
}

function matches(source: string, text: string, ignoreCase = true): boolean {
  return matchesPattern(compilePattern(source, { ignoreCase, escapes: false }), text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
