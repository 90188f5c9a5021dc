import { evidenceOfLab } from "../../../cli/evidence/local";
import { type DoctorReport, diagnose } from "../../../lab/doctor";
import type { Lab, LabOptions } from "../../../lab/local";
import type { Topology } from "../../../lab/topology";
import { type ConnectedConfig, checked } from "../../local/conformance/connected-lab";
import { type LabConfig, labTopology } from "../../local/lab/lab-config";
import { runLab, targetsOf, until } from "../../local/lab/run-lab";
import type { Server } from "./servers";

/** A fault that is staged, and what is to be said of it. */
export interface Fault {
  /** With the ids of the facts that it stages. */
  readonly name: string;
  /** Servers of the test, by the names of the instances whose place they take. */
  readonly servers?: Readonly<Record<string, Server>>;
  readonly config?: ConnectedConfig;
  readonly options?: LabOptions;
  /** AWS's reason code of each target that is not healthy. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** What is done once targets are healthy and not, as `reasons` says; gives what is declared from then on. */
  readonly act?: (lab: Lab) => Promise<Topology | undefined>;
  /** The same after it. */
  readonly reasonsAfter?: Readonly<Record<string, string>>;
  /** Causes with what they are about, such as `nothing-listens: one`; the first one is what to look at first. */
  readonly says: readonly string[];
}

const SPEED = 50;

/** Often enough for a quick test, and with time for an answer of a busy machine. */
export const quick = checked({ interval: 10, timeout: 8 });

/** What the doctor says of a lab with this fault. */
export async function examineFault(fault: Fault): Promise<DoctorReport> {
  const { servers = {}, config = {}, options, reasons = {}, act, reasonsAfter = reasons } = fault;
  const labConfig = configOf(Object.keys(servers), config);
  const targets = new Map<string, URL>();
  for (const [name, start] of Object.entries(servers)) targets.set(name, await start());
  const lab = await runLab(labConfig, { speed: SPEED, targets, ...options });
  await areSeen(lab, reasons);
  const declared = (await act?.(lab)) ?? labTopology(labConfig);
  await areSeen(lab, reasonsAfter);
  return diagnose(evidenceOfLab(lab.snapshot(), { declared, speed: SPEED, atMs: Date.now() }));
}

export function configOf(names: readonly string[], { group = {}, ...config }: ConnectedConfig): LabConfig {
  const servers = names.map((name) => ({ name, foreign: true }));
  return { groups: { web: { servers, arguments: { ...quick, ...group } } }, ...config };
}

/** A probe that a busy machine has kept waiting is made good by the next ones. */
function areSeen(lab: Lab, reasons: Readonly<Record<string, string>>): Promise<void> {
  return until(lab, () =>
    targetsOf(lab).every(({ name, health, reason = health }) => reason === (reasons[name] ?? "healthy")),
  );
}

/** Causes with what they are about, in their order. */
function saidIn({ diagnoses }: DoctorReport): readonly string[] {
  return diagnoses.map(({ id, about }) => `${id}: ${about.map(({ name }) => name).join("+")}`);
}

/** The right cause comes first, all others are told, and nothing else is. */
export function expectSaid(report: DoctorReport, says: readonly string[]): void {
  const [first, ...others] = saidIn(report);
  expect([first, ...others.sort()]).toEqual([says[0], ...says.slice(1).sort()]);
  expect(report.unexplained).toEqual([]);
}
