import { relative } from "node:path";

/**
 * To be imported before anything that a team edits: a file that is no TypeScript cannot even be loaded, and is told in
 * one line like every other mistake.
 */
process.on("uncaughtException", (error) => {
  console.error(syntaxMistake(error) ?? error);
  process.exit(1);
});

/** `file:line:column: what is wrong`; undefined: the error is of another kind. */
function syntaxMistake({ message }: Error): string | undefined {
  const [, wrong, file, place] = /^\s*[x×] (.+)\n[^\n]*\[(.+):(\d+:\d+)\]\n/u.exec(message) ?? [];
  if (wrong === undefined || file === undefined) return undefined;
  return `${relative(process.cwd(), file)}:${place}: must be TypeScript, got: ${wrong}`;
}
