import { maskLine, type Pair } from "./mask-line";
import { isPlainValue, MASK } from "./plain-value";
import { isSecretName, isSecretPart } from "./secret-name";

const keyBegins = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const keyEnds = /-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const passwordsBegin = /\bchpasswd\b.*<<-?\s*["']?(\w+)/;

/** A member of YAML or of JSON at the beginning of a line. */
const memberOf = /^(?<indent>\s*(?:-\s+)*)["']?(?<name>[\w.-]+)["']?\s*:(?<rest>\s.*)?$/;

/** The lines of a text with stars in place of each secret; of a private key no line is left. */
export function maskLines(lines: readonly string[]): readonly string[] {
  const text = new MaskedText();
  return lines.map((line) => text.next(line));
}

/** What is indented deeper than a secret's name: its text, or its parts. */
interface Block {
  readonly indent: number;
  readonly isText: boolean;
}

class MaskedText {
  readonly #pair: Pair = { name: "" };
  #isInKey = false;
  /** The line that ends a list of passwords. */
  #passwordsEnd: string | undefined;
  #blocks: Block[] = [];

  next(line: string): string {
    if (keyBegins.test(line) || this.#isInKey) return this.#ofKey(line);
    if (this.#passwordsEnd !== undefined) {
      if (line.trim() !== this.#passwordsEnd) return line.replace(/\S.*/, MASK);
      this.#passwordsEnd = undefined;
      return line;
    }
    this.#passwordsEnd = passwordsBegin.exec(line)?.[1];
    if (line.trim() === "") return line;
    const block = this.#blockOf(line);
    if (block?.isText) return line.replace(/\S.*/, MASK);
    return this.#member(line, block !== undefined);
  }

  #ofKey(line: string): string {
    this.#isInKey = !keyEnds.test(line);
    return line.replace(/\S.*/, MASK);
  }

  /** The innermost block that a line is in; those that have ended are left. */
  #blockOf(line: string): Block | undefined {
    const indent = line.search(/\S/);
    const isItem = /^\s*-\s/.test(line);
    this.#blocks = this.#blocks.filter(
      (block) => indent > block.indent || (isItem && !block.isText && indent === block.indent),
    );
    return this.#blocks.at(-1);
  }

  #member(line: string, isInSecret: boolean): string {
    const { indent = "", name = "", rest = "" } = memberOf.exec(line)?.groups ?? {};
    if (name === "")
      return isInSecret ? line.replace(/^([\s-]*)([^\s[\]{}-].*)/, `$1${MASK}`) : maskLine(line, this.#pair);
    if (!isSecretPart(name, isInSecret, [this.#pair.name])) return maskLine(line, this.#pair);
    const value = rest.replace(/\s#.*$/, "").trim();
    const isText = /^[|>][-+\d]*$/.test(value);
    if (isText || /^[{[]?$/.test(value)) {
      this.#blocks.push({ indent: indent.length, isText });
      return line;
    }
    if (isSecretName(name) || !isInSecret) return maskLine(line, this.#pair);
    const bare = value.replace(/^["']|["']?,?$/g, "");
    return isPlainValue(bare) ? line : line.slice(0, line.length - rest.length) + rest.replace(/\S.*/, MASK);
  }
}
