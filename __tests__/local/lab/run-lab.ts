import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Lab, type LabOptions, type LabSnapshot, startLab } from "../../../lab/local";
import { type LabConfig, labTopology } from "./lab-config";

type Target = LabSnapshot["groups"][number]["targets"][number];

const cacheDirectory = mkdtempSync(join(tmpdir(), "lab-"));
const running: Lab[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((lab) => lab.stop()));
});
afterAll(() => rmSync(cacheDirectory, { recursive: true, force: true }));

/** Starts a lab on free ports, fifty times as fast as declared; it is stopped after the test. */
export async function runLab(config: LabConfig, options: LabOptions = {}): Promise<Lab> {
  const ports = new Map([
    [80, 0],
    [443, 0],
  ]);
  const lab = await startLab(labTopology(config), { ports, speed: 50, cacheDirectory, ...options });
  running.push(lab);
  return lab;
}

export function urlOf(lab: Lab, at = 0): string {
  return lab.snapshot().loadBalancers[0]?.listeners[at]?.url ?? "";
}

export function targetsOf(lab: Lab): readonly Target[] {
  return lab.snapshot().groups.flatMap(({ targets }) => targets);
}

export function targetNamed(lab: Lab, name: string): Target {
  const target = targetsOf(lab).find((candidate) => candidate.name === name);
  if (!target) throw new Error(`no target ${name}`);
  return target;
}

/** Settles as soon as the condition holds; looks after every change of the lab. */
export function until(lab: Lab, holds: () => boolean): Promise<void> {
  return new Promise((settle) => {
    const look = () => {
      if (!holds()) return;
      stop();
      settle();
    };
    const stop = lab.onChange(look);
    look();
  });
}

export function allHealthy(lab: Lab): Promise<void> {
  return until(lab, () => targetsOf(lab).every(({ health }) => health === "healthy"));
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One request on a connection of its own. */
export function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export async function askTimes(url: string, times: number): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let asked = 0; asked < times; asked += 1) answers.push(await ask(url));
  return answers;
}
