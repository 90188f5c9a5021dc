import { parseText } from "../expression/parse-text";
import type { Expression } from "../expression/syntax";
import { isJsonObject, type Json, type JsonObject, listOf, member, membersOf } from "../json";
import { absent, GAP, hidden, list, scalar, type Term } from "../term";
import { callFunction } from "./functions";
import { resolveReference } from "./references";
import type { Names, Scope } from "./scope";

/** References through more others than this are not followed. */
const MOST_NESTED = 100;
/** Longer than any argument that AWS takes; a text that doubles itself is cut off here. */
const LONGEST_TEXT = 1_000_000;

/** Works out what stands in a Terraform JSON configuration. */
export class Evaluator {
  private readonly results = new WeakMap<Scope, Map<string, Term | "running">>();
  private nested = 0;

  public constructor(private readonly names: Names) {}

  public term(json: Json | undefined, scope: Scope): Term {
    if (json === undefined || json === null) return absent;
    if (typeof json === "string") return /[$%]\{/.test(json) ? this.text(json, scope) : scalar(json);
    if (isJsonObject(json)) return this.object(json, scope);
    if (typeof json === "object") return list(() => json.map((item) => this.term(item, scope)));
    return scalar(json);
  }

  public expression(expression: Expression, scope: Scope): Term {
    switch (expression.kind) {
      case "literal":
        return expression.value === null ? absent : scalar(expression.value);
      case "template":
        return joined(expression.parts.map((item) => this.expression(item, scope)));
      case "reference":
        return resolveReference(expression, scope, this.names, this);
      case "list":
        return list(() => expression.items.map((item) => this.expression(item, scope)));
      case "object":
        return this.constructed(expression.entries, scope);
      case "call":
        return callFunction(
          expression.name,
          expression.operands.map((operand) => this.expression(operand, scope)),
        );
    }
  }

  private object(json: JsonObject, scope: Scope): Term {
    const parts = dynamicBlocks(json);
    return {
      kind: "map",
      get keys() {
        return Object.keys(json).filter((key) => key !== "//");
      },
      at: (key) => {
        let found = parts.get(key);
        if (found === undefined) {
          // most arguments that are asked for are not set
          if (!Object.hasOwn(json, key)) return absent;
          found = this.term(json[key], scope);
          parts.set(key, found);
        }
        return found;
      },
    };
  }

  private constructed(entries: readonly (readonly [Expression, Expression])[], scope: Scope): Term {
    const values = new Map<string, Expression>();
    for (const [key, value] of entries) {
      const name = this.expression(key, scope);
      if (name.kind !== "scalar") return hidden("an object with a key that is not known");
      values.set(String(name.value), value);
    }
    const at = (key: string): Term => {
      const value = values.get(key);
      return value === undefined ? absent : this.expression(value, scope);
    };
    return { kind: "map", keys: [...values.keys()], at };
  }

  /** Each text is worked out once for a scope, and one that needs itself is unknown. */
  private text(text: string, scope: Scope): Term {
    const results = this.results.get(scope) ?? new Map<string, Term | "running">();
    this.results.set(scope, results);
    const known = results.get(text);
    if (known === "running") return hidden(`${shortened(text)} refers to itself`);
    if (known !== undefined) return known;
    if (this.nested === MOST_NESTED) return hidden(`${shortened(text)} is nested too deeply`);
    results.set(text, "running");
    this.nested += 1;
    const parsed = parseText(text);
    const term = parsed ? this.expression(parsed, scope) : hidden(`${shortened(text)} is not evaluated`);
    this.nested -= 1;
    results.set(text, term);
    return term;
  }
}

/** Names of blocks that are made by `dynamic`. */
function dynamicBlocks(json: JsonObject): Map<string, Term> {
  const dynamic = member(json, "dynamic");
  if (dynamic === undefined) return new Map();
  const blocks = [dynamic, ...listOf(dynamic)].flatMap(membersOf);
  const made = blocks.filter(([, block]) =>
    [block, ...listOf(block)].some((body) => member(body, "content") !== undefined),
  );
  return new Map(made.map(([name]) => [name, hidden("made by a dynamic block")]));
}

function joined(parts: readonly Term[]): Term {
  let text = "";
  let lost: string | undefined;
  for (const item of parts) {
    const isText = item.kind === "scalar";
    text += isText ? item.value : (item.outline ?? GAP);
    if (!isText) lost ??= item.kind === "unknown" ? item.reason : "a text with a part that is not a text";
    if (text.length > LONGEST_TEXT) return hidden(`a text of more than ${LONGEST_TEXT} characters`);
  }
  return lost === undefined ? scalar(text) : { ...hidden(lost), outline: text };
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
