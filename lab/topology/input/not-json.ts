import { TopologyInputError } from "./topology-input-error";

const SHOW = "give it the output of 'terraform show -json <plan>'";

interface Lookalike {
  readonly isIt: (text: string) => boolean;
  readonly got: string;
  readonly todo: string;
}

/** What people hand in instead of JSON. The first that fits is named. */
const LOOKALIKES: readonly Lookalike[] = [
  {
    isIt: (text) => text.trim() === "",
    got: "nothing",
    todo: "synthesize the stack first, or look at what the command before it printed",
  },
  {
    isIt: (text) => text.startsWith("PK\u0003\u0004"),
    got: "a binary plan file",
    todo: "convert it with 'terraform show -json <plan> > plan.json'",
  },
  { isIt: (text) => text.includes("\0"), got: "a binary file", todo: SHOW },
  { isIt: (text) => /^\s*<(!doctype|html|\?xml)/i.test(text), got: "a web page", todo: SHOW },
  {
    isIt: (text) => /^\s*\{"@level"/.test(text),
    got: "the log that 'terraform plan -json' prints",
    todo: SHOW,
  },
  {
    isIt: (text) =>
      /^\s*(resource|data|module|variable|provider|output)\s+"|^\s*(terraform|locals)\s*\{/m.test(text),
    got: "Terraform's own language",
    todo: `plan it and ${SHOW}`,
  },
  {
    isIt: (text) =>
      /Terraform will perform the following actions|Terraform used the selected providers/.test(text),
    got: "a plan written for people",
    todo: SHOW,
  },
];

/** Why a text is not JSON, in words that say what to do. */
export function notJson(where: string, text: string, cause: unknown): TopologyInputError {
  const start = text.slice(0, 4000);
  const lookalike = LOOKALIKES.find(({ isIt }) => isIt(start));
  if (lookalike) return new TopologyInputError(where, "must be JSON", lookalike.got, lookalike.todo);
  const message = String(cause);
  if (/end of JSON|Unterminated/.test(message))
    return new TopologyInputError(where, "must be whole", "JSON that ends in the middle", "write it again");
  return new TopologyInputError(where, "must be JSON", `a mistake${placeOf(text, message)}`, SHOW);
}

/** The message of JSON.parse quotes the text, which may hold secrets; only the place is taken from it. */
function placeOf(text: string, message: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return " in it";
  const before = text.slice(0, position).split("\n");
  return ` in line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
