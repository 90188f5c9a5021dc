import type { CompiledCondition, RequestFacts } from "../../alb";
import {
  type Box,
  everything,
  likelyRequests,
  type RequestSpace,
  remainder,
  requestOf,
  withinAll,
} from "../../lint";
import { listed } from "../../topology";
import type { Clause } from "./clause";
import { testsOf } from "./route-rule";

/** A request that somebody can send to see a difference. */
export interface ExampleRequest {
  readonly method: string;
  /** With protocol and port of the listener; the port is left out where it goes without saying. */
  readonly url: string;
  /** Beside Host. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Where the answer depends on it. */
  readonly sourceIp?: string;
}

/** An example for a person: `GET https://www.example.com/ with x-origin: here from 10.0.0.1`. */
export function renderExample({ method, url, headers, sourceIp }: ExampleRequest): string {
  const sent = headers.map(({ name, value }) => `${name}: ${value}`);
  const extras = [
    ...(sent.length === 0 ? [] : [`with ${listed(sent)}`]),
    ...(sourceIp ? [`from ${sourceIp}`] : []),
  ];
  return [`${method} ${url}`, ...extras].join(" ");
}

/** Protocol and port of a listener, as far as examples need them. */
export type Scheme = Pick<RequestFacts, "protocol" | "port">;

/** Pieces of a region that are searched for a request. */
const MOST_TRIED = 50;

/** A request that meets all clauses and is not excepted: one that a person would type, where there is one. */
export function exampleIn(
  space: RequestSpace,
  clauses: readonly Clause[],
  except: readonly (readonly Clause[])[],
  scheme: Scheme,
): RequestFacts | "none" | "unsure" {
  const box = withinAll(space, everything, testsOf(clauses));
  if (box === undefined) return "none";
  const taken = except.map(testsOf);
  const isThere = firstOf(space, box, taken, scheme);
  if (isThere === "none" || isThere === "unsure") return isThere;
  for (const likely of likelyRequests(space)) {
    const narrow = withinAll(space, box, likely);
    const found = narrow === undefined ? "none" : firstOf(space, narrow, taken, scheme);
    if (found !== "none" && found !== "unsure") return found;
  }
  return isThere;
}

function firstOf(
  space: RequestSpace,
  box: Box,
  taken: readonly ReturnType<typeof testsOf>[],
  scheme: Scheme,
): RequestFacts | "none" | "unsure" {
  let tried = 0;
  for (const piece of remainder(space, box, taken)) {
    if (piece === "unsure" || tried++ > MOST_TRIED) return "unsure";
    const request = requestOf(piece, scheme);
    if (request !== undefined) return request;
  }
  return tried === 0 ? "none" : "unsure";
}

/** A likely word for each condition on a host: `www.example.com` for `*.example.com`. */
export function wordsFor(tests: readonly CompiledCondition[]): ReadonlyMap<CompiledCondition, string> {
  const words = new Map<CompiledCondition, string>();
  for (const test of tests) {
    const [first] = test.values;
    if (test.part !== "host" || first === undefined) continue;
    const begun = first.source.toLowerCase().replace(/^\*(?=\.)/, "www");
    const word = begun.replace(/^\*$/, "www.example.com").replace(/(?<=\.)\*$/, "example.com");
    if (!/[*?]/.test(word)) words.set(test, word);
  }
  return words;
}

/** A request as people write one. */
export function exampleOf(request: RequestFacts, clauses: readonly Clause[]): ExampleRequest {
  const { method, host, path, query, protocol, port, sourceIp } = request;
  const isUsualPort = port === (protocol === "https" ? 443 : 80);
  const at = `${protocol}://${host}${isUsualPort ? "" : `:${port}`}`;
  const parts = new Set(clauses.map(({ compiled }) => compiled.part));
  const names = new Set(
    clauses.flatMap(({ compiled: { part, headerName } }) => (part === "header" ? headerName : [])),
  );
  return {
    method,
    url: `${at}${path}${query === "" ? "" : `?${query}`}`,
    headers: [...names].sort().flatMap((name) => request.header(name).map((value) => ({ name, value }))),
    ...(parts.has("source") && { sourceIp }),
  };
}
