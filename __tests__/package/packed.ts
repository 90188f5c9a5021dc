import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");
const notCloned = ["node_modules", ".git", "dist", "cdktf.out", "coverage"];

/** A package made as its publisher would make it, and a project that has it installed. */
export interface Packed {
  /** Temporary directory that holds all of it. */
  readonly directory: string;
  /** Files in the package, relative to its root. */
  readonly files: readonly string[];
  /** `examples/reuse` with the package installed. */
  readonly project: string;
}

/** Builds and packs a copy of this tree, and installs the package into a copy of `examples/reuse`. */
export function packAndInstall(): Packed {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "alb-lab-package-")));
  const clone = join(directory, "clone");
  cpSync(root, clone, {
    recursive: true,
    filter: (path) => !notCloned.some((name) => path === join(root, name)),
  });
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"), "dir");
  run(clone, "npm", ["run", "build"]);
  const packed = run(clone, "npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", directory]);
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];

  const project = join(directory, "project");
  mkdirSync(project);
  cpSync(join(root, "examples/reuse"), project, {
    recursive: true,
    filter: (path) => !/node_modules|cdktf\.out/.test(path),
  });
  run(project, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(directory, filename)]);
  return { directory, files: files.map(({ path }) => path), project };
}

/** Runs a program and gives what it printed; throws with its output when it fails. */
export function run(cwd: string, program: string, words: readonly string[]): string {
  try {
    return execFileSync(program, words, { cwd, env: ownEnvironment(), encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${words.join(" ")}: failed\n${stdout ?? ""}${stderr ?? ""}`, {
      cause: error,
    });
  }
}

/** Runs a program that the project has installed. */
export function runInstalled(project: string, program: string, words: readonly string[]): string {
  return run(project, join(project, "node_modules/.bin", program), words);
}

/** Packages that the package's own modules load, sorted; the server in it has a package file of its own. */
export function readRequired({ project, files }: Packed): readonly string[] {
  const modules = files.filter((file) => file.endsWith(".js") && !file.startsWith("dist/server/"));
  const names = modules.flatMap((file) => {
    const text = readFileSync(join(project, "node_modules/alb-lab", file), "utf8");
    return [...text.matchAll(/\brequire\("(?!node:)(@[^/"]+\/[^/"]+|[^./"][^/"]*)/g)].map(
      ([, name = ""]) => name,
    );
  });
  return [...new Set(names)].sort();
}

/** The Terraform JSON of a stack that the project synthesized. */
export function readStack(project: string, stack: string): Stack {
  return JSON.parse(readFileSync(join(project, "cdktf.out/stacks", stack, "cdk.tf.json"), "utf8"));
}

// biome-ignore lint/suspicious/noExplicitAny: arguments of Terraform resources have any shape
type Stack = { readonly resource: Record<string, Record<string, any>>; readonly output: Record<string, any> };

/** Without what the npm that runs the tests says about its own project. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_(package|lifecycle)_|npm_config_(local|global)_prefix|CDKTF_|INIT_CWD|NODE_ENV)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
