/** Texts of a Terraform configuration by their paths in it. */
export type Files = Readonly<Record<string, string>>;

/** Changes a configuration. Throws where it finds nothing to change, so that no case becomes an empty one. */
export type Edit = (files: Files) => Files;

/** One edit after the other. */
export function all(...edits: readonly Edit[]): Edit {
  return (files) => edits.reduce((edited, edit) => edit(edited), files);
}

/** Puts a text in the place of another, which must be there exactly once. */
export function replace(from: string, to: string, file = "main.tf"): Edit {
  return (files) => {
    const parts = textOf(files, file).split(from);
    if (parts.length !== 2)
      throw new Error(`${file}: must hold once, got ${parts.length - 1} times: ${from}`);
    return { ...files, [file]: parts.join(to) };
  };
}

/** Puts a text in the place of another wherever that is. */
export function replaceAll(from: string, to: string, file = "main.tf"): Edit {
  return (files) => {
    const parts = textOf(files, file).split(from);
    if (parts.length < 2) throw new Error(`${file}: must hold, got nothing like it: ${from}`);
    return { ...files, [file]: parts.join(to) };
  };
}

/** Adds blocks at the end of a file, which may be new. */
export function append(text: string, file = "main.tf"): Edit {
  return (files) => ({ ...files, [file]: `${files[file] ?? ""}\n${text}` });
}

/** Takes a whole block out, from the start of its line `resource "type" "name" {` to the line of its end. */
export function removeBlock(header: string, file = "main.tf"): Edit {
  return (files) => {
    const text = textOf(files, file);
    const start = text.indexOf(`\n${header} {\n`);
    if (start < 0) throw new Error(`${file}: must hold a block, got none: ${header}`);
    const end = text.indexOf("\n}\n", start) + "\n}".length;
    return { ...files, [file]: text.slice(0, start) + text.slice(end) };
  };
}

/** Renames a resource wherever it is named, and nothing else: no move is recorded. */
export function rename(type: string, from: string, to: string, file = "main.tf"): Edit {
  return all(
    replace(`resource "${type}" "${from}"`, `resource "${type}" "${to}"`, file),
    replaceAll(`${type}.${from}.`, `${type}.${to}.`, file),
  );
}

/** Records a move. */
export function moved(from: string, to: string): Edit {
  return append(`moved {\n  from = ${from}\n  to   = ${to}\n}\n`);
}

/** Resources of a configuration in JSON: type, name, arguments. */
export type Resources = Record<string, Record<string, Arguments>>;
// biome-ignore lint/suspicious/noExplicitAny: arguments are of any depth, and a wrong one makes the plan fail
export type Arguments = any;

/** Changes a configuration in JSON. */
export function editJson(
  change: (resources: Resources, whole: Arguments) => void,
  file = "cdk.tf.json",
): Edit {
  return (files) => {
    const whole = JSON.parse(textOf(files, file));
    change(whole.resource, whole);
    const text = `${JSON.stringify(whole, undefined, 2)}\n`;
    if (text === textOf(files, file)) throw new Error(`${file}: must be changed, got the same`);
    return { ...files, [file]: text };
  };
}

/** The one resource of a type whose name contains a text. */
export function only(resources: Resources, type: string, part = ""): Arguments {
  const found = Object.keys(resources[type] ?? {}).filter((name) => name.includes(part));
  if (found.length !== 1) throw new Error(`${type}: must have one name with "${part}", got ${found}`);
  return resources[type]?.[found[0] ?? ""];
}

function textOf(files: Files, file: string): string {
  const text = files[file];
  if (text === undefined) throw new Error(`${file}: must be a file of the base, got none`);
  return text;
}
