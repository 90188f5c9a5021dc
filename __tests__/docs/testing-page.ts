import { join } from "node:path";
import { messageOf } from "../testing/support/message-of";
import { type Block, blocksOf, readPages, root } from "./markdown";

export const path = "docs/testing.md";

/** A TypeScript block, and what the page says that it says; absent where it must pass. */
export interface Snippet {
  readonly place: string;
  readonly text: string;
  readonly message?: string;
}

/** Those of the page on assertions. What a block prints is the next block, unless that is a command. */
export function readSnippets(): readonly Snippet[] {
  const blocks = readPages()
    .filter((page) => page.path === path)
    .flatMap(blocksOf);
  return blocks.flatMap(({ language, place, text }, index) => {
    if (language !== "ts") return [];
    const message = messageIn(blocks[index + 1]);
    return [{ place, text, ...(message !== undefined && { message }) }];
  });
}

function messageIn(block: Block | undefined): string | undefined {
  if (block?.language !== "console" || block.text.startsWith("$ ")) return undefined;
  return block.text.trimEnd();
}

/** The page as one test file: all go on from the first block; one that is no test becomes one. */
export function programOf(snippets: readonly Snippet[]): string {
  const all = snippets.map(({ text }) => text).join("\n");
  const imports = new Set([...all.matchAll(/^import .*;$/gm)].map(([line]) => line));
  const helper = `import { ${messageOf.name} } from ${JSON.stringify(join(root, "__tests__/testing/support/message-of"))};`;
  return [...imports, helper, ...snippets.map(testOf)].join("\n");
}

function testOf({ place, text, message }: Snippet): string {
  const code = text.replace(/^import .*;$/gm, "").trim();
  const name = JSON.stringify(`${place} ${message === undefined ? "passes" : "says what the page says"}`);
  if (message !== undefined)
    return `test(${name}, () => { expect(${messageOf.name}(() => {\n${code}\n})).toBe(${JSON.stringify(message)}); });`;
  return /^test\(/m.test(code) ? code : `test(${name}, () => {\n${code}\n});`;
}
