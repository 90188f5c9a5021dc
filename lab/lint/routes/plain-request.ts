import type { CompiledCondition, CompiledRule, CompiledValue, RequestFacts } from "../../alb";

/** Values in place of those that would be taken, by their condition. */
export type Chosen = ReadonlyMap<CompiledCondition, string>;

type Parts = Pick<RequestFacts, "method" | "host" | "path">;

/** Words that every client may send as they are. */
const PLAIN: { readonly [part in keyof Parts]: RegExp } = {
  method: /^[A-Z]+$/,
  host: /^[a-z0-9.-]*[a-z0-9]$/,
  path: /^\/[\w.~/-]*$/,
};

/**
 * A request put together from the first value of each condition. Whether a rule answers it is soon asked, and most rules
 * do; where one does not, that says nothing.
 *
 * @returns undefined when a rule looks at something else than host, path and method, twice at the same, or at texts that are not plain
 */
export function plainRequest(
  { tests }: Pick<CompiledRule, "tests">,
  scheme: Pick<RequestFacts, "protocol" | "port">,
  chosen?: Chosen,
): RequestFacts | undefined {
  const parts: { -readonly [part in keyof Parts]: string } = {
    method: "GET",
    host: "www.example.com",
    path: "/",
  };
  const asked = new Set<string>();
  for (const test of tests) {
    const { part, values } = test;
    const [first] = values;
    if (part !== "method" && part !== "host" && part !== "path") return undefined;
    const word = chosen?.get(test) ?? (first && wordOf(first));
    if (word === undefined || asked.has(part) || !PLAIN[part].test(word)) return undefined;
    asked.add(part);
    parts[part] = word;
  }
  return { ...parts, query: "", header: () => [], sourceIp: "192.0.2.1", ...scheme };
}

/** A word that a value matches. */
export function wordOf({ source }: CompiledValue): string {
  return source.replaceAll("*", "").replaceAll("?", "x");
}
