/** An input that cannot be read as a topology; the message is one line for a person. */
export class TopologyInputError extends Error {
  public override readonly name = "TopologyInputError";

  /** `where`: file or other name of the input. */
  public constructor(where: string, must: string, got: string, todo: string) {
    super(oneLine(`${where}: ${must}, got ${got}; ${todo}`));
  }
}

/** Names of files, stacks and keys come from outside. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
