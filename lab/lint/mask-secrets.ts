import { maskLine } from "./secrets";

const begin = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const end = /-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;

/** The lines of a text with stars in place of each secret; of a private key no line is left. */
export function maskSecrets(lines: readonly string[]): readonly string[] {
  let isInKey = false;
  return lines.map((line) => {
    if (begin.test(line)) isInKey = true;
    const shown = isInKey ? line.replace(/\S.*/, "********") : maskLine(line);
    if (end.test(line)) isInKey = false;
    return shown;
  });
}
