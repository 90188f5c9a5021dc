import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./markdown";

/** Rooms whose tests cite facts about the load balancer. */
const rooms = ["alb", "local", "topology", "cli"];

/** Facts by the test file, from the root of the tree, that cites them. */
export function citedFacts(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = readdirSync(join(root, "__tests__"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => rooms.some((room) => file.startsWith(`${room}/`)) && file.endsWith(".test.ts"))
    .map((file) => `__tests__/${file}`);
  return new Map(files.map((file) => [file, factsCitedIn(readFileSync(join(root, file), "utf8"))] as const));
}

/**
 * Facts cited by the titles of a test file. Titles stand in the calls themselves or in rows of `each`, wherever those
 * are declared: every text of the source that ends in brackets counts, comments do not.
 */
export function factsCitedIn(source: string): ReadonlySet<string> {
  const facts = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateTail(node))
      for (const fact of factsOfTitle(node.text)) facts.add(fact);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.test.ts", source, ts.ScriptTarget.Latest));
  return facts;
}

/** Of `holds [H32, P-05, smuggling R4, R5]` H32 alone: the others number cases of proxies, not facts. */
function factsOfTitle(title: string): readonly string[] {
  const [, list = ""] = /\[([^[\]]+)\]$/.exec(title) ?? [];
  const ids = list.split(",").map((id) => id.trim());
  const smuggling = ids.findIndex((id) => id.startsWith("smuggling"));
  return ids.filter((id, at) => isFact(id) && !(smuggling !== -1 && at > smuggling && id.startsWith("R")));
}

/** Of the sections on health checks, causes, rules, selection, HTTP and errors. */
export function isFact(id: string): boolean {
  return /^(?:[HURSP]\d{1,2}|P-E\d{1,2}|E\d{3})$/.test(id);
}
