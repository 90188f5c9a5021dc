import { isUnknown, type Listener, type RedirectAction, settle } from "../../topology";
import { known } from "../values";
import type { Test } from "./box";
import { accepts, NOWHERE, walk } from "./language";
import type { RequestSpace } from "./request-space";

/**
 * Where some redirects have brought requests, as a function of each: what stays as it was, and what does not.
 */
export interface Journey {
  readonly listener: Listener;
  /** `kept`: the request's own. */
  readonly host: "kept" | { readonly fixed: string };
  /** Of a kept one, what now stands before and behind what followed its first slash; `unsure`: too mixed to follow. */
  readonly path: { readonly before: string; readonly after: string } | { readonly fixed: string } | "unsure";
  readonly query: "kept" | { readonly fixed: string } | "unsure";
}

/** What clients send again to wherever they are sent; proxies in between may set anything else. */
const headersKept = [
  "header user-agent",
  "header accept",
  "header accept-language",
  "header accept-encoding",
];

export function startAt(listener: Listener): Journey {
  return { listener, host: "kept", path: { before: "/", after: "" }, query: "kept" };
}

/** Where a redirect leads from there; undefined: to no listener of these, or nobody knows. */
export function follow(
  journey: Journey,
  action: RedirectAction,
  listeners: readonly Listener[],
): Journey | undefined {
  const settlement = settle(action);
  const from = journey.listener;
  if (!("settled" in settlement) || isUnknown(from.port) || isUnknown(from.protocol)) return undefined;
  const { settled } = settlement;
  const fill = (text: string) =>
    text
      .replaceAll("#{port}", String(from.port))
      .replaceAll("#{protocol}", String(from.protocol).toLowerCase());
  const protocol = fill(settled.protocol).toUpperCase();
  const port = Number(fill(settled.port));
  const there = listeners.filter((listener) => known(listener.port) === port || isUnknown(listener.port));
  const [listener, ...others] = there;
  if (listener === undefined || others.length > 0 || known(listener.protocol) !== protocol) return undefined;
  if (listener.instances !== undefined || known(listener.port) !== port) return undefined;
  if (settled.host !== "#{host}" && settled.host.includes("#{")) return undefined;
  return {
    listener,
    host: settled.host === "#{host}" ? journey.host : { fixed: settled.host.toLowerCase() },
    path: followPath(journey.path, settled.path.replaceAll("#{port}", String(from.port))),
    query: followQuery(journey.query, fill(settled.query)),
  };
}

function followPath(path: Journey["path"], template: string): Journey["path"] {
  if (!isPlain(template.replace("#{path}", ""))) return "unsure";
  const [before = "", ...afters] = template.split("#{path}");
  if (afters.length === 0) return { fixed: before };
  const after = afters[0] as string;
  if (path === "unsure" || afters.length > 1) return "unsure";
  if ("fixed" in path) return { fixed: before + path.fixed.replace(/^\//, "") + after };
  return { before: before + path.before.replace(/^\//, ""), after: path.after + after };
}

/** Whether a path arrives as it is written: clients encode some characters, and take `..` out. */
function isPlain(path: string): boolean {
  return /^\/[\w.~!$&'()*+,;=:@/-]*$/.test(path) && !/\/\.\.?(\/|$)/.test(path);
}

function followQuery(query: Journey["query"], template: string): Journey["query"] {
  if (template === "#{query}") return query;
  return /#/.test(template) ? "unsure" : { fixed: template };
}

/**
 * What a test on the request at the end of a journey says of the request at its start: another test, `always` or
 * `never`; `unsure`: nobody can say.
 */
export type Earlier = Test | "always" | "never" | "unsure";

/** Moves a test from the end of a journey to its start. */
export function before(space: RequestSpace, journey: Journey, test: Test): Earlier {
  const { dimension, language } = test;
  switch (dimension) {
    case "method":
    case "source":
      return test;
    case "host":
      return journey.host === "kept"
        ? test
        : decided(accepts(language, journey.host.fixed.replace(/\.$/, "")));
    case "path":
      return beforePath(space, journey, test);
    case "query":
      return beforeQuery(journey, test);
    default:
      return headersKept.includes(dimension) ? test : "unsure";
  }
}

function beforePath(space: RequestSpace, { path }: Journey, test: Test): Earlier {
  if (path === "unsure") return "unsure";
  if ("fixed" in path) return decided(accepts(test.language, path.fixed));
  if (path.before === "/" && path.after === "") return test;
  if (walk(test.language, test.language.start, path.before) === NOWHERE) return "never";
  return { ...test, language: space.unshifted(test.language, path.before, path.after) };
}

function beforeQuery({ query }: Journey, test: Test): Earlier {
  if (query === "unsure") return "unsure";
  if (query === "kept") return test;
  return decided(fieldsOf(query.fixed).some((field) => accepts(test.language, field)));
}

function decided(isMet: boolean): "always" | "never" {
  return isMet ? "always" : "never";
}

function fieldsOf(query: string): readonly string[] {
  if (query === "") return [];
  const fields = query.toLowerCase().split("&");
  return fields.map((field) => (field.includes("=") ? field : `${field}=`));
}
