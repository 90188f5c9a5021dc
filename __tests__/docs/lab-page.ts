import type { Page } from "./markdown";

/** What a reader of the walk does next, in the order of the page. */
export type Step = { readonly place: string } & (
  | { readonly kind: "edit"; readonly file: string; readonly from: string; readonly to: string }
  | { readonly kind: "run"; readonly commands: readonly string[]; readonly shown: string }
  | { readonly kind: "start"; readonly command: string; readonly shown: string }
  | { readonly kind: "watch"; readonly shown: string }
  | { readonly kind: "press"; readonly button: string; readonly target: string }
);

const part = /^```(\w*)\n(.*?)^```$|Press \*\*([\w ]+)\*\*(?: on ([\w-]+))?|\]\(\.\.\/([^)#]+)\)/gms;

/** Commands, edits and buttons of a page; an edit is of the file that was linked last. */
export function stepsOf({ path, text }: Page): readonly Step[] {
  let [file, target] = ["", ""];
  return [...text.matchAll(part)].flatMap((match): readonly Step[] => {
    const [, language, code = "", button, pressed, link] = match;
    const place = `${path}:${text.slice(0, match.index).split("\n").length}`;
    file = link ?? file;
    target = pressed ?? target;
    if (button !== undefined) return [{ place, kind: "press", button, target }];
    if (language === "diff") return [{ place, kind: "edit", file, ...sidesOf(code) }];
    if (language === "sh") return [{ place, kind: "run", commands: [code.trimEnd()], shown: "" }];
    return language === "console" ? [consoleStep(place, code)] : [];
  });
}

/** With a prompt, what is typed in the second terminal; without one, what the first one shows meanwhile. */
function consoleStep(place: string, code: string): Step {
  const commands = [...code.matchAll(/^\$ (.*)$/gm)].map(([, command = ""]) => command);
  const [command = ""] = commands;
  if (commands.length === 0) return { place, kind: "watch", shown: code };
  if (command.startsWith("npm start"))
    return { place, kind: "start", command, shown: code.slice(code.indexOf("\n") + 1) };
  return { place, kind: "run", commands, shown: code };
}

function sidesOf(diff: string): { readonly from: string; readonly to: string } {
  const side = (mark: string) =>
    diff
      .split("\n")
      .filter((line) => line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  return { from: side("-"), to: side("+") };
}

const varying: readonly (readonly [RegExp, string])[] = [
  [/^\d\d:\d\d:\d\d /gm, "00:00:00 "],
  [/process \d+/g, "process 0"],
  [/http:\/\/127\.0\.0\.1:\d+\//g, "http://127.0.0.1:0/"],
  [/http:\/\/localhost:\d+\//g, "http://localhost:0/"],
  [/\b127\.\d+\.\d+\.\d+:[1-9]\d*/g, "127.0.0.11:3000"],
  [/(?<=\S) {2,}/g, "  "],
];

/** Without what is another at every run: times, process ids, ports of this machine, and the width of their columns. */
function unvarying(text: string): string {
  return varying.reduce((left, [pattern, to]) => left.replace(pattern, to), text);
}

/** Of two servers, nobody knows which one answers, or is healthy, first. */
export function comparable(text: string): readonly string[] {
  const lines = unvarying(text).split("\n");
  return lines.some((line) => /^Hello World|initial -> healthy| {2}ok {2}Hello/.test(line))
    ? lines.sort()
    : lines;
}

/** Changes of health, each with the lines that it is continued on. */
export function changesIn(text: string): readonly string[] {
  return unvarying(text).match(/^00:00:00 .*\n(?: +\S.*\n)*/gm) ?? [];
}
