import type { CompiledCondition, CompiledValue } from "../../alb";
import { type Beginning, LAST_CODE, type Language, NOWHERE, withDistances } from "./language";

interface Node {
  readonly next: Map<number, Node>;
  isEnd: boolean;
  /** Whatever follows. */
  isOpen: boolean;
}

/**
 * What values without wildcards match, or with a star at their end, which are most of all values there are: they need no
 * automaton to be worked out. Undefined: some value is of another kind.
 */
export function trieLanguage(
  part: CompiledCondition["part"],
  values: readonly CompiledValue[],
): Omit<Language, "id"> | undefined {
  const beginnings: Beginning[] = [];
  for (const value of values) {
    const beginning = beginningOf(part, value);
    if (beginning === undefined) return undefined;
    beginnings.push(beginning);
  }
  return languageOf(beginnings);
}

/** Exactly one text. */
export function textLanguage(text: string): Omit<Language, "id"> {
  return languageOf([{ text, isOpen: false }]);
}

function languageOf(beginnings: readonly Beginning[]): Omit<Language, "id"> {
  const root = newNode();
  for (const beginning of beginnings) insert(root, beginning);
  const [first] = beginnings;
  return { ...tablesOf(root), beginnings, ...(first !== undefined && { sample: first.text }) };
}

function beginningOf(
  part: CompiledCondition["part"],
  { source, pattern }: CompiledValue,
): Beginning | undefined {
  if (part === "method") return { text: source, isOpen: false };
  if (part === "query" || part === "source" || pattern === undefined) return undefined;
  const [first, second, third] = pattern.pieces;
  if (first === undefined || third !== undefined || first.codes.some((code) => code < 0)) return undefined;
  if (second !== undefined && second.codes.length > 0) return undefined;
  return { text: String.fromCharCode(...first.codes), isOpen: second !== undefined };
}

function newNode(): Node {
  return { next: new Map(), isEnd: false, isOpen: false };
}

function insert(root: Node, { text, isOpen }: Beginning): void {
  let at = root;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (at.isOpen) return;
    let next = at.next.get(code);
    if (next === undefined) {
      next = newNode();
      at.next.set(code, next);
    }
    at = next;
  }
  at.isEnd = true;
  if (isOpen) at.isOpen = true;
}

function tablesOf(root: Node): Omit<Language, "id"> {
  const nodes: Node[] = [root];
  const numbers = new Map([[root, 0]]);
  for (const node of nodes)
    for (const next of node.isOpen ? [] : node.next.values()) {
      numbers.set(next, nodes.length);
      nodes.push(next);
    }
  const states = nodes.map((node, number) =>
    node.isOpen
      ? { acceptsAll: true, ends: [LAST_CODE], targets: [number] }
      : { acceptsAll: false, ...stretchesOf(node, numbers) },
  );
  return withDistances(0, states, (at) => nodes[at]?.isEnd === true);
}

function stretchesOf({ next }: Node, numbers: ReadonlyMap<Node, number>) {
  const ends: number[] = [];
  const targets: number[] = [];
  for (const [code, node] of [...next].sort(([one], [other]) => one - other)) {
    if (code > (ends.at(-1) ?? -1) + 1) {
      ends.push(code - 1);
      targets.push(NOWHERE);
    }
    ends.push(code);
    targets.push(numbers.get(node) as number);
  }
  if (ends.at(-1) !== LAST_CODE) {
    ends.push(LAST_CODE);
    targets.push(NOWHERE);
  }
  return { ends, targets };
}
