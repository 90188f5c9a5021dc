import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./markdown";

/** A row about one statement. */
export interface FidelityRow {
  readonly section: string;
  readonly id: string;
  readonly says: string;
  readonly standing: string;
  /** From the root of the tree. */
  readonly tests: readonly string[];
  /** What else the last column says. */
  readonly remark: string;
}

export interface FidelityPage {
  readonly rows: readonly FidelityRow[];
  /** The overview at the top: reproduced, approximated, out of scope. */
  readonly sections: readonly { readonly title: string; readonly counted: readonly number[] }[];
  /** The numbers of the introduction. */
  readonly counts: Readonly<Record<string, number>>;
}

export function readFidelity(): FidelityPage {
  const text = readFileSync(join(root, "docs/fidelity.md"), "utf8");
  const [, all, reproduced, approximated, outOfScope] =
    /(\d+) statements.*?(\d+) are\s+reproduced, (\d+) are\s+approximated, (\d+) are\s+out of scope/s.exec(
      text,
    ) ?? [];
  return {
    rows: rowsOf(text),
    sections: [...text.matchAll(/^\| \[(.+)\]\(#.+\) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
      ([, title = "", ...counted]) => ({ title, counted: counted.map(Number) }),
    ),
    counts: {
      all: Number(all),
      reproduced: Number(reproduced),
      approximated: Number(approximated),
      "out of scope": Number(outOfScope),
    },
  };
}

function rowsOf(text: string): readonly FidelityRow[] {
  let section = "";
  return text.split("\n").flatMap((line) => {
    section = /^## (.+)$/.exec(line)?.[1] ?? section;
    const [, id, says = "", standing = "", last = ""] =
      /^\| ([A-Z][\w-]*) \| (.*) \| ([a-z ]+) \| (.*) \|$/.exec(line) ?? [];
    if (id === undefined) return [];
    const tests = [...last.matchAll(/\]\(\.\.\/(__tests__\/[^)]+)\)/g)].map(([, file = ""]) => file);
    return [{ section, id, says, standing, tests, remark: last.replace(/\[[^\]]*\]\([^)]*\)|[;,() ]/g, "") }];
  });
}

/** First and last number of every run of statements. */
const runs: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  H: [
    [1, 26],
    [30, 40],
    [50, 62],
    [70, 80],
  ],
  U: [
    [1, 24],
    [30, 32],
  ],
  R: [
    [1, 15],
    [20, 31],
    [40, 43],
    [45, 51],
    [55, 63],
    [65, 67],
    [70, 75],
    [80, 83],
  ],
  S: [
    [1, 11],
    [20, 30],
    [40, 43],
  ],
  P: [
    [1, 16],
    [20, 32],
    [40, 43],
    [50, 50],
    [60, 62],
  ],
  "P-E": [
    [1, 7],
    [10, 11],
  ],
};

/** AWS's own status codes are the numbers of their statements. */
const codes = [400, 401, 403, 405, 408, 411, 413, 414, 460, 463, 464, 500, 501, 502, 503, 504, 505, 507, 561];

/** All statements, in the order of the page. */
export function factIds(): readonly string[] {
  const numbered = Object.entries(runs).flatMap(([letter, spans]) =>
    spans.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`),
    ),
  );
  return [...numbered, ...codes.map((code) => `E${code}`)];
}
