import { allDefects, DEFAULT_QUOTAS, type Finding, lint, type Profile, type Quotas } from "../lint";
import { counted, listed, placeOf } from "../topology";
import { CannotJudge } from "./cannot-judge";
import type { Judgement } from "./judgement";
import { type InputOptions, readReceived } from "./received/read-received";
import { assertKeys, shown } from "./words";

export interface DefectOptions extends InputOptions {
  /** Ids of defects that may be there. One that is not found any more fails, so that the list stays true. */
  readonly except?: readonly string[];
  /** @default - what the input says of itself, else `lab` */
  readonly profile?: Profile;
  /** Quotas that AWS has raised for the account. */
  readonly quotas?: Partial<Quotas>;
}

export interface DefectMatchers<R> {
  /** Nothing that AWS would refuse, that cannot serve, or that will bite. Values that are not known are not judged. */
  toHaveNoDefects(options?: DefectOptions): R;
}

export function judgeDefects(given: unknown, options: DefectOptions = {}): Judgement {
  assertKeys(options, ["except", "profile", "quotas", "stack"], "toHaveNoDefects");
  const { except = [], profile, quotas, stack } = options;
  assertIds(except);
  assertKnobs(options);
  const { name, topology } = readReceived(given, { stack });
  if (topology.resources.length === 0)
    throw new CannotJudge(`${name}: must declare resources, got none; is it the right input?`);
  const { findings } = lint(topology, { ...(profile && { profile }), ...(quotas && { quotas }) });
  const left = findings.filter(({ id }) => !except.includes(id));
  const idle = except.filter((id) => findings.every((finding) => finding.id !== id));
  return {
    holds: left.length + idle.length === 0,
    subject: name,
    wanted: `have no defects${except.length === 0 ? "" : ` except ${listed(except)}`}`,
    seen:
      [
        ...describeFindings(left),
        ...idle.map((id) => `${id} is not found any more; take it out of except`),
      ].join("\n") || "it has none",
  };
}

/** @throws CannotJudge for an id that no defect has: it would hide nothing, and nobody would see */
function assertIds(except: readonly string[]): void {
  if (!Array.isArray(except))
    throw new CannotJudge(`except: must be a list of ids of defects, got ${shown(except)}`);
  const ids = allDefects.map(({ id }) => id);
  for (const id of except) {
    if (ids.includes(id)) continue;
    const words = String(id).split("-");
    const near = ids.filter((other) => words.every((word) => other.includes(word)));
    const hint = near.length === 0 ? "" : `; there is ${listed(near.slice(0, 5), "or")}`;
    throw new CannotJudge(`except: must be ids of defects, got ${shown(id)}, which is none${hint}`);
  }
}

const profiles: readonly unknown[] = ["lab", "prod"] satisfies readonly Profile[];

/** @throws CannotJudge for a word that would be passed over */
function assertKnobs({ profile, quotas = {} }: DefectOptions): void {
  if (profile !== undefined && !profiles.includes(profile))
    throw new CannotJudge(`profile: must be lab or prod, got ${shown(profile)}`);
  assertKeys(quotas, Object.keys(DEFAULT_QUOTAS), "quotas");
}

const limit = 20;

function describeFindings(findings: readonly Finding[]): readonly string[] {
  const lines = findings
    .slice(0, limit)
    .map(
      (finding) =>
        `${finding.severity} ${finding.id} ${placeOf(finding)}: ${finding.message}; ${finding.fix}`,
    );
  return findings.length > limit
    ? [...lines, `and ${counted(findings.length - limit, "more defect")}`]
    : lines;
}
