import { get } from "node:http";
import type { Evidence } from "../../lab/doctor";
import type { LabSnapshot, RunningLabRecord } from "../../lab/local";
import { readTopology, type Topology } from "../../lab/topology";
import { CannotRun } from "../exit-code";
import { evidenceOfLab } from "./local";

/** A lab to ask; what it runs is not known where somebody else than `up` has started it. */
export type FoundLab = Pick<RunningLabRecord, "dashboardUrl"> & Partial<RunningLabRecord>;

const LONGEST_MS = 10_000;
const LARGEST_BYTES = 32 * 1024 * 1024;

/**
 * The lab with this dashboard, or the only one that runs.
 *
 * @param options.isOptional undefined is returned where none runs
 * @throws CannotRun where none runs, or several
 */
export async function findLab(url: string | undefined): Promise<FoundLab>;
export async function findLab(
  url: undefined,
  options: { readonly isOptional: true },
): Promise<FoundLab | undefined>;
export async function findLab(
  url: string | undefined,
  { isOptional = false } = {},
): Promise<FoundLab | undefined> {
  const { findRunningLabs } = await import("../../lab/local");
  const labs = findRunningLabs();
  if (url !== undefined) {
    const dashboardUrl = dashboardAt(url);
    return labs.find((lab) => lab.dashboardUrl === dashboardUrl) ?? { dashboardUrl };
  }
  const [only, ...others] = labs;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined && isOptional) return undefined;
  if (only === undefined)
    throw new CannotRun("doctor --local: must find a lab that runs, got none; start one with alb-lab up");
  const list = labs.map(({ dashboardUrl, input: { path } }) => `${dashboardUrl} (${path})`).join(", ");
  throw new CannotRun(
    `doctor: must know which lab, got ${labs.length} that run: ${list}; name one with --local <url>`,
  );
}

/** Asks the dashboard of a lab, and reads its input again. */
export async function askRunningLab(lab: FoundLab): Promise<Evidence> {
  const snapshot = await readSnapshot(lab.dashboardUrl);
  const { declared, gap } = readDeclared(lab);
  const { speed } = lab;
  const evidence = evidenceOfLab(snapshot, {
    ...(declared && { declared }),
    ...(speed !== undefined && { speed }),
    atMs: Date.now(),
  });
  return gap === undefined ? evidence : { ...evidence, gaps: [{ what: "what the lab runs", why: gap }] };
}

function readDeclared({ input }: FoundLab): { readonly declared?: Topology; readonly gap?: string } {
  if (input === undefined) return { gap: "it was not started by alb-lab up, so its input is not known" };
  try {
    return { declared: readTopology(input.path) };
  } catch (error) {
    return { gap: (error as Error).message };
  }
}

/** Dashboards are on loopback only: nothing else is ever asked. */
function dashboardAt(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOurs = url?.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (url === undefined || !isOurs)
    throw new CannotRun(
      `doctor --local: must be the URL of a dashboard on this machine, such as http://127.0.0.1:41234/, got ${JSON.stringify(text.slice(0, 100))}`,
    );
  return `http://127.0.0.1:${url.port || 80}/`;
}

async function readSnapshot(dashboardUrl: string): Promise<LabSnapshot> {
  const problem = (got: string) =>
    new CannotRun(
      `doctor --local: must get what runs from ${dashboardUrl}, got ${got}; look at what "alb-lab up" printed as its dashboard`,
    );
  const { status, text } = await ask(new URL("snapshot", dashboardUrl)).catch(
    (error: NodeJS.ErrnoException) => {
      throw problem(error.code ?? error.message);
    },
  );
  if (status !== 200) throw problem(`status ${status}`);
  const snapshot = parse(text);
  if (!isSnapshot(snapshot)) throw problem("something else");
  return snapshot;
}

function ask(url: URL): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, signal: AbortSignal.timeout(LONGEST_MS) }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > LARGEST_BYTES) request.destroy(new Error("too much"));
        else chunks.push(chunk);
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSnapshot(value: unknown): value is LabSnapshot {
  const { groups, requests, loadBalancers } = Object(value) as Partial<Record<keyof LabSnapshot, unknown>>;
  return [groups, requests, loadBalancers].every(Array.isArray);
}
