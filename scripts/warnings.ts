import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly annotations: readonly Annotation[] }>>;
}

interface Annotation {
  readonly level: string;
  readonly message: string;
}

/** What constructs and lint warn of in stacks that have just been written, as cdktf's manifest keeps it. */
export function readWarnings(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const stack = dirname(file);
    const manifest: Manifest = JSON.parse(readFileSync(join(stack, "../../manifest.json"), "utf8"));
    const { annotations = [] } = manifest.stacks[basename(stack)] ?? {};
    return annotations.filter(({ level }) => level === "@cdktf/warn").map(({ message }) => message);
  });
}
