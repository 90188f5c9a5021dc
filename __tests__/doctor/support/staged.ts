import { evidenceOfLab } from "../../../cli/evidence/local";
import { type DoctorReport, diagnose } from "../../../lab/doctor";
import type { Lab, LabOptions } from "../../../lab/local";
import type { Topology } from "../../../lab/topology";
import type { LabConfig } from "../../local/lab/lab-config";
import { labTopology } from "../../local/lab/lab-config";
import { runLab, targetNamed, targetsOf, until } from "../../local/lab/run-lab";

/** Fifty times as fast as declared, as `runLab` starts a lab. */
const SPEED = 50;

/** A lab that runs, and what runs in it. */
export interface StagedLab {
  readonly lab: Lab;
  readonly topology: Topology;
}

/** Starts a lab of this configuration on free ports; it is stopped after the test. */
export async function stage(config: LabConfig, options: LabOptions = {}): Promise<StagedLab> {
  return { lab: await runLab(config, options), topology: labTopology(config) };
}

/** What the doctor says of it now. */
export function examine({ lab, topology }: StagedLab): DoctorReport {
  const options = { declared: topology, speed: SPEED, atMs: Date.now() };
  return diagnose(evidenceOfLab(lab.snapshot(), options));
}

/** Ids of the causes that the doctor names, the first one what to look at first. */
export function causesIn(staged: StagedLab): readonly string[] {
  return examine(staged).diagnoses.map(({ id }) => id);
}

/** Settles once every target has one of these states. */
export function allAre(staged: StagedLab, ...states: readonly string[]): Promise<void> {
  return until(staged.lab, () => targetsOf(staged.lab).every(({ health }) => states.includes(health)));
}

/** Does at the dashboard what a person does there: `stop`, `kill`, `slow`, `hang`, `break-health`. */
export async function act({ lab }: Pick<StagedLab, "lab">, name: string, action: string): Promise<void> {
  const { key } = targetNamed(lab, name);
  const page = await (await fetch(lab.dashboardUrl)).text();
  const [, token = ""] = /name="alb-lab-token" content="([^"]+)"/.exec(page) ?? [];
  const url = new URL(`targets/${encodeURIComponent(key)}/${action}`, lab.dashboardUrl);
  const { status } = await fetch(url, { method: "POST", headers: { "X-Alb-Lab-Token": token } });
  if (status !== 204) throw new Error(`${action} must be done, got ${status}`);
}
