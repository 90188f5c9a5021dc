import { type TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { ProblemId } from "./problem-ids";
import { assertNoProblems, reportProblem } from "./problems";
import { type Kind, type Report, soundValue } from "./prop-kinds";
import { isPlainObject, type Shape, soundProps } from "./prop-shapes";
import { show } from "./values";

/**
 * Checks of the props of one construct. A value that is wrong is reported with the construct's path and left
 * out, so that what is declared afterwards only meets right values. A value that is unknown until Terraform
 * runs (a token) passes, unless it decides something at synth.
 */
export class PropChecks {
  private refused = 0;

  public constructor(
    private readonly construct: IConstruct,
    private readonly resource?: () => TerraformResource | undefined,
  ) {}

  /** True while nothing was refused. */
  public get isClean(): boolean {
    return this.refused === 0;
  }

  /** Reports a problem. */
  public readonly refuse = (id: ProblemId, message: string): void => {
    this.refused += 1;
    reportProblem(this.construct, id, message, this.resource);
  };

  /** The props that are right, without the wrong ones. */
  public props<T>(given: T, shape: Shape<T>): T {
    checkFirstId(this.refuse, this.construct);
    if (given !== undefined && !isPlainObject(given)) {
      this.refuse("props-expected", `props must be an object, got ${show(given)}; write them between braces`);
    }
    return soundProps(isPlainObject(given) ? given : {}, shape, "", this.refuse);
  }

  /** The value when it is right, else undefined. */
  public value<T>(prop: string, value: T, kind: Kind): T | undefined {
    return soundValue(prop, value, kind, this.refuse) as T | undefined;
  }

  /** Gives up where nothing can be declared without a value that was refused: throws every problem found. */
  public stop(): never {
    assertNoProblems(this.construct);
    throw new Error(`${this.construct.node.path}: stopped without a problem`);
  }

  /** The id for a child: the wanted one, or another one when it is taken, which is reported. */
  public childId(scope: IConstruct, what: string, wanted: string | undefined): string {
    if (wanted !== undefined && !scope.node.tryFindChild(wanted)) return wanted;
    if (wanted !== undefined) {
      this.refuse("name-taken", `${what} must be a name not used here yet, got ${show(wanted)}; rename it`);
    }
    return `refused-${scope.node.children.length}`;
  }
}

/** Terraform's names start with the id of the outermost construct of the stack. */
function checkFirstId(report: Report, construct: IConstruct): void {
  const { scopes } = construct.node;
  const first = scopes[scopes.indexOf(TerraformStack.of(construct)) + 1]?.node.id ?? "";
  if (/^([A-Za-z_]|$)/.test(first.replace(/[^A-Za-z0-9_-]/g, ""))) return;
  report("construct-id", `the construct's id must start with a letter, got ${show(first)}; rename it`);
}
