import { type Knowable, type Link, unknown } from "../known";
import { part, type Term } from "./term";
import { termValue } from "./term-value";
import type { Block, Path, Value } from "./types";

/** Arguments and nested blocks, whatever input they come from. */
export class TermBlock implements Block {
  readonly #term: Term;

  public constructor(term: Term) {
    this.#term = term;
  }

  public value(...path: Path): Knowable<Value | undefined> {
    return termValue(this.at(path));
  }

  public outline(...path: Path): string | undefined {
    const term = this.at(path);
    return term.kind === "scalar" ? String(term.value) : term.outline;
  }

  public link(...path: Path): Link | undefined {
    return linkOf(this.at(path));
  }

  public links(...path: Path): Knowable<readonly Link[]> {
    const term = this.at(path);
    if (term.links) return term.links();
    if (term.kind === "absent") return [];
    if (term.kind === "unknown") return term.link ? [term.link()] : unknown(term.reason);
    const items = term.kind === "list" ? term.items() : [term];
    return items.map(linkOf).filter((link) => link !== undefined);
  }

  public blocks(...path: Path): Knowable<readonly Block[]> {
    const term = this.at(path);
    if (term.kind === "absent") return [];
    if (term.kind === "unknown") return unknown(term.reason);
    const items = term.kind === "list" ? term.items() : [term];
    const lost = items.find(({ kind }) => kind === "unknown");
    if (lost?.kind === "unknown") return unknown(lost.reason);
    return items.filter(({ kind }) => kind === "map").map((item) => new TermBlock(item));
  }

  public isSensitive(...path: Path): boolean {
    return this.at(path).sensitive ?? false;
  }

  private at(path: Path): Term {
    let term = this.#term;
    for (const step of path) term = part(term, step);
    return term;
  }
}

function linkOf(term: Term): Link | undefined {
  if (term.kind === "absent") return undefined;
  if (term.kind === "scalar" && term.value === "") return undefined;
  if (term.link) return term.link();
  if (term.kind === "scalar") return { external: String(term.value) };
  if (term.kind === "unknown") return unknown(term.reason);
  if (term.kind === "map") return unknown("an object, not an id");
  const [only, ...others] = term.items();
  if (others.length > 0) return unknown(`there are ${others.length + 1} of it, not one`);
  return only && linkOf(only);
}
