import { Annotations, Aspects, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { type Finding, type LintNotes, lintJson } from "../../lab/lint";
import { ConfigurationError, isRefusal, type Problem } from "./problems";
import { suppressionsIn } from "./suppress";
import { oneLine } from "./values";

/** A stack whose JSON is judged before it is written. */
interface Gate {
  readonly stack: TerraformStack;
  /** Makes its JSON. */
  readonly resolve: () => object;
  settings: Omit<LintNotes, "suppressions">;
  /** Judged and about to be written. */
  judged?: object;
  written: boolean;
}

const gatesByRoot = new WeakMap<IConstruct, Gate[]>();

/**
 * Has lint judge what the stack of a construct is about to write, in `app.synth()`. Errors are thrown together, those of
 * all stacks that are judged so, and nothing is written; warnings become annotations.
 *
 * A stack with aspects of its own can be judged only once they have run, which is when its turn comes: stacks before it
 * are written by then.
 *
 * @param settings what it is judged by; several constructs of a stack may give some
 */
export function lintAtSynth(construct: IConstruct, settings: Gate["settings"] = {}): void {
  const stack = TerraformStack.of(construct);
  const { root } = construct.node;
  const gates = gatesByRoot.get(root) ?? [];
  gatesByRoot.set(root, gates);
  const known = gates.find((gate) => gate.stack === stack);
  const gate = known ?? close(stack, gates);
  gate.settings = { ...gate.settings, ...settings };
}

function close(stack: TerraformStack, gates: Gate[]): Gate {
  const toTerraform = stack.toTerraform.bind(stack);
  const gate: Gate = {
    stack,
    written: false,
    settings: {},
    resolve: () => withNotes(toTerraform(), { ...gate.settings, suppressions: suppressionsIn(stack) }),
  };
  gates.push(gate);
  // What was judged is what is written: resolving the tree takes longer than anything else.
  stack.toTerraform = () => {
    const json = gate.judged ?? gate.resolve();
    gate.judged = undefined;
    gate.written = true;
    return json;
  };
  stack.node.addValidation({
    validate: () => {
      judge(gate, gates);
      return [];
    },
  });
  return gate;
}

/** Judges a stack whose turn it is, and with it all others that can be judged already. */
function judge(gate: Gate, gates: readonly Gate[]): void {
  if (gate.judged !== undefined) return;
  if (gate.written) for (const one of gates) Object.assign(one, { written: false, judged: undefined });
  const ready = gates.filter((one) => one === gate || (!one.written && !hasAspects(one.stack)));
  const errors = ready.flatMap((one) => {
    one.judged = one.resolve();
    const { findings } = lintJson(one.judged);
    for (const finding of findings.filter(({ severity }) => severity === "warning")) warn(one.stack, finding);
    return findings.filter(({ severity }) => severity === "error");
  });
  if (errors.length === 0) return;
  for (const one of gates) one.judged = undefined;
  throw new ConfigurationError(errors.map(problemOf));
}

/** Aspects may still change the stack; those that refuse to synthesize do not. */
function hasAspects(stack: TerraformStack): boolean {
  return stack.node.findAll().some((node) => Aspects.of(node).all.some((aspect) => !isRefusal(aspect)));
}

/** A stack that says nothing is written as ever. */
function withNotes(json: object, { suppressions = [], ...settings }: LintNotes): object {
  const notes = { ...settings, ...(suppressions.length > 0 && { suppressions }) };
  if (Object.keys(notes).length === 0) return json;
  const { "//": comment = {} } = json as { "//"?: object };
  return { ...json, "//": { ...comment, "alb-lab": notes } };
}

function warn(stack: TerraformStack, finding: Finding): void {
  const { path, address, message, fix, id } = finding;
  const text = oneLine(`${path ?? `${stack.node.path}: ${address}`}: ${message}; ${fix} [${id}]`);
  const isKnown = stack.node.metadata.some(({ data }) => data === text);
  if (!isKnown) Annotations.of(stack).addWarning(text);
}

function problemOf({ id, path, address, message, fix }: Finding): Problem {
  return { id, path: path ?? address, address, message: `${message}; ${fix}` };
}
