import type { Block, Value } from "../graph/types";
import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";

/**
 * Arguments of a resource or of a nested block as their types, defaults filled in. A path names arguments of single
 * nested blocks as well: `access_logs.bucket`.
 *
 * A data source describes what exists already: what it does not say is unknown and has no default.
 */
export class Fields {
  public constructor(
    private readonly block: Block,
    private readonly isLookedUp = false,
  ) {}

  /** A text that is not empty. Terraform's state holds an empty text where nothing is set. */
  public text(path: string, fallback: Knowable<string>): Knowable<string> {
    return this.textIfSet(path) ?? this.unset(fallback);
  }

  public textIfSet(path: string): Knowable<string> | undefined {
    return this.read(path, asText);
  }

  /** For arguments in which an empty text means something. */
  public textOrEmpty(path: string): Knowable<string> | undefined {
    const value = this.block.value(...stepsOf(path));
    return value === undefined || value === null ? undefined : asText(value as Value);
  }

  public number(path: string, fallback: Knowable<number>): Knowable<number> {
    return this.numberIfSet(path) ?? this.unset(fallback);
  }

  public numberIfSet(path: string): Knowable<number> | undefined {
    return this.read(path, asNumber);
  }

  public flag(path: string, fallback: Knowable<boolean>): Knowable<boolean> {
    return this.flagIfSet(path) ?? this.unset(fallback);
  }

  public flagIfSet(path: string): Knowable<boolean> | undefined {
    return this.read(path, asFlag);
  }

  /** A number or the one word that may stand for it. */
  public numberOr<Word extends string>(
    word: Word,
    path: string,
    fallback: Knowable<number | Word>,
  ): Knowable<number | Word> {
    const numberOrWord = (value: Value) => (value === word ? word : asNumber(value));
    return this.read(path, numberOrWord) ?? this.unset(fallback);
  }

  /** Empty when nothing is set. Each text may be unknown by itself. */
  public texts(path: string): Knowable<readonly Knowable<string>[]> {
    const value = this.block.value(...stepsOf(path));
    if (value === undefined || value === null) return this.unset<readonly Knowable<string>[]>([]);
    if (isUnknown(value)) return value;
    return Array.isArray(value) ? value.map(asText) : mustBe("a list", value as Value);
  }

  public link(path: string): Link | undefined {
    return this.block.link(...stepsOf(path));
  }

  public links(path: string): Knowable<readonly Link[]> {
    return this.block.links(...stepsOf(path));
  }

  public blocks(path: string): Knowable<readonly Fields[]> {
    const steps = stepsOf(path);
    const blocks = this.block.blocks(...steps);
    if (isUnknown(blocks)) return blocks;
    if (blocks.length === 0 && this.block.value(...steps) === undefined)
      return this.unset<readonly Fields[]>([]);
    return blocks.map((block) => new Fields(block, this.isLookedUp));
  }

  /** The only block of a name, or the first where Terraform allows one; `undefined`: there is none. */
  public blockIfSet(path: string): Knowable<Fields | undefined> {
    const blocks = this.blocks(path);
    return isUnknown(blocks) ? blocks : blocks[0];
  }

  /** What holds when an argument is not set. */
  public unset<T>(fallback: Knowable<T>): Knowable<T> {
    return this.isLookedUp ? unknown("looked up by a data source, which does not say") : fallback;
  }

  private read<T>(path: string, convert: (value: Value) => Knowable<T>): Knowable<T> | undefined {
    const value = this.block.value(...stepsOf(path));
    if (value === undefined || value === null || value === "") return undefined;
    return isUnknown(value) ? value : convert(value as Value);
  }
}

function stepsOf(path: string): readonly string[] {
  return path.includes(".") ? path.split(".") : [path];
}

function asText(value: Value): Knowable<string> {
  if (isUnknown(value) || typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return mustBe("text", value);
}

/** Terraform takes numbers and truth values as text too, and keeps some as text. */
function asNumber(value: Value): Knowable<number> {
  if (isUnknown(value) || typeof value === "number") return value;
  const isNumeric = typeof value === "string" && /^\s*-?\d{1,15}(\.\d+)?\s*$/.test(value);
  return isNumeric ? Number(value) : mustBe("a number", value);
}

function asFlag(value: Value): Knowable<boolean> {
  if (isUnknown(value) || typeof value === "boolean") return value;
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  return mustBe("true or false", value);
}

/** A value that the provider would refuse. */
function mustBe(what: string, value: Value): Unknown {
  const text = JSON.stringify(value);
  return unknown(`must be ${what}, got ${text.length > 60 ? `${text.slice(0, 60)}...` : text}`);
}
