/** What stands in place of a secret. */
export const MASK = "********";

const standIn =
  /^(?:true|false|yes|no|on|off|null|none|nil|undefined|required|optional|disabled|enabled|\*+)$/i;

/** Where it is to be found: a variable, a command that reads it, a template, an ARN. A default of a variable is a value. */
const reference =
  /^(?:\$[A-Z_][A-Z0-9_]*|\$\{[\w.[\]]+\}|\$\{\{[^{}"']*\}\}|\{\{[^{}"']*\}\}|%[A-Z_]+%|\$\(.*|`.*|arn:[\w-]+:\S+|\{\{resolve:\S+)$/;

/** Whether the value of something secret tells nothing: it is empty, says yes or no, or where the secret is. */
export function isPlainValue(value: string): boolean {
  const bare = value.replace(/\s+#.*$/, "").replace(/[\s,;)\]]+$/, "");
  return bare === "" || standIn.test(bare) || reference.test(bare);
}
