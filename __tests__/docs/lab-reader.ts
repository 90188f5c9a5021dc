import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import type { LabSnapshot } from "../../lab/local";
import { runHere } from "../cli/support/run-here";
import { askDashboard, tokenOf } from "../local/dashboard/ask-dashboard";
import { changesIn, type Step } from "./lab-page";
import { root } from "./markdown";

const copied = ["main.ts", "environments", "constructs", "server", "userdata", "lab", "cli", "scripts"];
const ALB_LAB = "npm run --silent alb-lab -- ";
const TAKEN_UP = "its rules and targets are in use now";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

type TargetView = LabSnapshot["groups"][number]["targets"][number];

/** Somebody who does what the page says, in a copy of the project, with two terminals and a browser. */
export class LabReader {
  private lab: ChildProcess | undefined;
  private printed = "";
  private readTo = 0;
  private lastUrl = "";
  private readonly env: NodeJS.ProcessEnv;

  public constructor(private readonly directory: string) {
    for (const name of [...copied, "package.json", "tsconfig.json"])
      cpSync(join(root, name), join(directory, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(directory, "node_modules"), "dir");
    this.env = { ...process.env, PATH: `${join(directory, "node_modules/.bin")}:${process.env.PATH}` };
    this.bash("git init -q && git add . && git -c user.name=a -c user.email=a@example.com commit -qm lab");
  }

  /** What was really seen, to be compared with what the page shows; undefined where it shows nothing. */
  public async follow(step: Step): Promise<string | undefined> {
    if (step.kind === "edit") return this.edit(step.file, step.from, step.to);
    if (step.kind === "press") return this.press(step.button, step.target);
    if (step.kind === "start") return this.start(step.command, step.shown);
    if (step.kind === "watch") return this.watch(step.shown);
    let seen = "";
    for (const command of step.commands) seen += await this.run(command);
    return step.shown === "" ? undefined : seen;
  }

  /** Ctrl-C in the first terminal; what it ends with. */
  public async end(): Promise<unknown> {
    const { lab } = this;
    if (lab?.pid === undefined || lab.exitCode !== null) return lab?.exitCode;
    const closed = once(lab, "close");
    process.kill(-lab.pid, "SIGINT");
    return (await closed)[0];
  }

  /** What differs from the project as it was, besides what no one keeps. */
  public changedFiles(): string {
    return this.bash("git status --porcelain --untracked-files=no");
  }

  private edit(file: string, from: string, to: string): undefined {
    const path = join(this.directory, file);
    const before = readFileSync(path, "utf8");
    if (before.split(from).length !== 2) throw new Error(`${file} must hold once what the page removes`);
    writeFileSync(
      path,
      before.replace(from, () => to),
    );
  }

  private async start(command: string, shown: string): Promise<string> {
    this.lab = spawn("bash", ["-c", `exec ${asNpm(command)} --port 80=0 --speed 20 2>&1`], {
      cwd: this.directory,
      env: this.env,
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    this.lab.stdout?.setEncoding("utf8").on("data", (text) => {
      this.printed += text;
    });
    await this.watch(shown);
    return this.printed;
  }

  /** Waits for every change of health that the page shows; an answer of another wording ends in the time limit. */
  private async watch(shown: string): Promise<string> {
    const wanted = changesIn(shown);
    const isThere = () =>
      wanted.every((change) => changesIn(this.printed.slice(this.readTo)).includes(change));
    await this.untilPrinted(isThere);
    return shown;
  }

  private async untilPrinted(isThere: () => boolean): Promise<void> {
    while (!isThere()) {
      if (this.lab?.exitCode !== null) throw new Error(`the lab has ended: ${this.printed}`);
      await once(this.lab.stdout as NodeJS.ReadableStream, "data");
    }
  }

  private async run(typed: string): Promise<string> {
    const from = this.printed.length;
    const here = typed.replaceAll("http://localhost:8080/", await this.listenerUrl());
    const seen = here.startsWith(ALB_LAB) ? await this.albLab(here) : this.bash(asNpm(here));
    if (seen.includes("written: ") || typed.startsWith("node -e")) await this.untilSettled(from);
    return `$ ${typed}\n${seen}`;
  }

  /** A change is over when nothing is about to become healthy, unhealthy or gone. */
  private async untilSettled(from: number): Promise<void> {
    this.readTo = from;
    await this.untilPrinted(() => this.printed.slice(from).includes(TAKEN_UP));
    await this.untilTargets((targets) =>
      targets.every(({ health }) => health === "healthy" || health === "unhealthy"),
    );
  }

  /** In this process, which spares the start of one; paths are those of the copy. */
  private async albLab(typed: string): Promise<string> {
    const words = typed.slice(ALB_LAB.length).split(" ");
    const { out, err } = await runHere(
      words.map((word) => (word.startsWith("cdktf.out/") ? join(this.directory, word) : word)),
    );
    return out + err;
  }

  private bash(command: string): string {
    const words = ["-c", `{ ${command}\n} 2>&1`];
    const { stdout } = spawnSync("bash", words, { cwd: this.directory, env: this.env, encoding: "utf8" });
    return stdout === "" || stdout.endsWith("\n") ? stdout : `${stdout}\n`;
  }

  private async press(button: string, name: string): Promise<undefined> {
    const headers = { "X-Alb-Lab-Token": await tokenOf(this.dashboard) };
    const key = (await this.targets()).find((target) => target.name === name)?.key ?? "";
    const path = `/targets/${encodeURIComponent(key)}/${button.toLowerCase().replace(" ", "-")}`;
    const { status } = await askDashboard(this.dashboard, path, { method: "POST", headers });
    if (status !== 204) throw new Error(`${button} of ${name} was answered with ${status}`);
    const health = button.startsWith("Break") ? "unhealthy" : "healthy";
    await this.untilTargets((targets) => targets.some((one) => one.name === name && one.health === health));
  }

  private get dashboard(): { readonly port: number } {
    return { port: Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(this.printed)?.[1]) };
  }

  private async snapshot(): Promise<LabSnapshot> {
    return JSON.parse((await askDashboard(this.dashboard, "/snapshot")).text);
  }

  private async targets(): Promise<readonly TargetView[]> {
    return (await this.snapshot()).groups.flatMap(({ targets }) => targets);
  }

  /** With port 0 it is another one each time that the listener is opened. */
  private async listenerUrl(): Promise<string> {
    if (this.lab === undefined) return "";
    const [url = ""] = (await this.snapshot()).loadBalancers.flatMap(({ listeners }) =>
      listeners.flatMap((listener) => listener.url ?? []),
    );
    if (url !== "") this.lastUrl = url;
    return this.lastUrl;
  }

  /** Looks at the dashboard whenever it draws something new. */
  private async untilTargets(isSo: (targets: readonly TargetView[]) => boolean): Promise<void> {
    const asked = get({ host: "127.0.0.1", path: "/events", agent: false, ...this.dashboard });
    const [drawn] = await once(asked, "response");
    for await (const _ of drawn as IncomingMessage) if (isSo(await this.targets())) return;
  }
}

/** What npm runs, without the time that npm takes. */
function asNpm(typed: string): string {
  return typed.replace(/^npm (?:run )?(start|synth)(?: --)?/, (_, name) => scripts[name]);
}
