import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { CannotRun } from "../exit-code";

/** What a commit synthesizes to, in a directory of its own. */
export interface CommitSynth {
  /** A `cdktf.out`. */
  readonly directory: string;
  remove(): Promise<void>;
}

/**
 * Synthesizes a commit of the repository that the working directory is in, beside it: checked out into a temporary
 * directory, with the packages that are installed here where its lock file is the same. It runs the commit's own `app` of
 * `cdktf.json`, as `cdktf synth` would.
 * @throws CannotRun
 */
export async function synthOfCommit(commit: string): Promise<CommitSynth> {
  const here = process.cwd();
  const root = (await git(here, "rev-parse", "--show-toplevel")).trim();
  const found = await git(
    here,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${commit}^{commit}`,
  ).catch(() => "");
  if (found === "")
    throw new CannotRun(
      `--base must be a synth directory or a commit, got ${JSON.stringify(commit)}; in a shallow clone fetch it first`,
    );
  const place = mkdtempSync(join(tmpdir(), "alb-lab-base-"));
  const tree = join(place, "tree");
  const remove = async () => {
    await git(root, "worktree", "remove", "--force", tree).catch(() => "");
    rmSync(place, { recursive: true, force: true });
  };
  try {
    await git(root, "worktree", "add", "--detach", "--quiet", tree, found.trim());
    const project = join(tree, relative(root, here));
    await addPackages(here, project);
    const directory = join(place, "cdktf.out");
    await runApp(project, directory);
    return { directory, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Those that are installed here, unless the commit's lock file names others. */
async function addPackages(here: string, project: string): Promise<void> {
  const lockOf = (directory: string) => {
    const file = join(directory, "package-lock.json");
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
  const lock = lockOf(project);
  const installed = join(here, "node_modules");
  if (lock !== undefined && (lock !== lockOf(here) || !existsSync(installed)))
    await start("npm", ["ci", "--no-audit", "--no-fund"], project);
  else if (existsSync(installed)) symlinkSync(installed, join(project, "node_modules"));
}

async function runApp(project: string, directory: string): Promise<void> {
  const settings = join(project, "cdktf.json");
  const { app }: { readonly app?: string } = existsSync(settings)
    ? JSON.parse(readFileSync(settings, "utf8"))
    : {};
  if (app === undefined)
    throw new CannotRun(
      `the commit must have a cdktf.json with an app, got none in ${relative(process.cwd(), settings)}`,
    );
  await start(app, [], project, { CDKTF_OUTDIR: directory });
}

function git(cwd: string, ...words: readonly string[]): Promise<string> {
  return start("git", words, cwd);
}

/** What a program prints; a command without arguments is for the shell, as in `cdktf.json`. */
function start(
  program: string,
  words: readonly string[],
  cwd: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(program, words, {
    cwd,
    env: { ...process.env, ...settings },
    shell: words.length === 0,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    const fail = (got: string) =>
      reject(new CannotRun(`${[program, ...words].join(" ")} must succeed for the base, got ${got}`));
    child.on("error", ({ message }) => fail(message));
    child.on("close", (code) =>
      code === 0 ? resolve(out) : fail(firstLine(err || out) || `exit code ${code}`),
    );
  });
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
