import { type Block, isUnknown, type Resource } from "../topology";
import { blocksOf, type Path, textOf, textsOf } from "./policy";
import type { Subject } from "./subject";

/** One statement of a policy of IAM, of a bucket or of a key. Parts of texts that are not known are U+FFFC. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  /** `*` is of the type `*`. */
  readonly principals: readonly { readonly type: string; readonly id: string }[];
  readonly conditions: readonly Condition[];
}

export interface Condition {
  /** Such as `Bool`. */
  readonly test: string;
  /** Such as `aws:SecureTransport`. */
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * The statements of a policy that is written as JSON or by a document; `undefined`: nobody can say what all of them
 * are.
 */
export function statementsOf(
  subject: Subject,
  block: Block,
  ...path: Path
): readonly Statement[] | undefined {
  const text = block.outline(...path);
  if (text !== undefined) return ofJson(text);
  const link = block.link(...path);
  if (link === undefined || !("address" in link)) return undefined;
  const document = subject.resource(link.address);
  return document?.type === "aws_iam_policy_document" ? ofDocument(document) : undefined;
}

function ofJson(text: string): readonly Statement[] | undefined {
  try {
    const statements = member(JSON.parse(text), "Statement");
    return statements === undefined ? undefined : [statements].flat().map(statementOf);
  } catch {
    return undefined;
  }
}

function statementOf(statement: unknown): Statement {
  const principal = member(statement, "Principal");
  return {
    effect: String(member(statement, "Effect")),
    actions: textsIn(member(statement, "Action")),
    notActions: textsIn(member(statement, "NotAction")),
    resources: textsIn(member(statement, "Resource")),
    principals:
      typeof principal === "string"
        ? [{ type: "*", id: principal }]
        : entriesOf(principal).flatMap(([type, ids]) => textsIn(ids).map((id) => ({ type, id }))),
    conditions: entriesOf(member(statement, "Condition")).flatMap(([test, keys]) =>
      entriesOf(keys).map(([key, values]) => ({ test, key, values: textsIn(values) })),
    ),
  };
}

function ofDocument(document: Resource): readonly Statement[] | undefined {
  const isMerged = ["source_policy_documents", "override_policy_documents"].some(
    (name) => document.value(name) !== undefined && textsOf(document, name)?.length !== 0,
  );
  const statements = blocksOf(document, "statement");
  if (isMerged || statements === undefined) return undefined;
  const read = statements.map(ofBlock);
  return read.every((statement) => statement !== undefined) ? read : undefined;
}

function ofBlock(block: Block): Statement | undefined {
  const principals = blocksOf(block, "principals");
  const conditions = blocksOf(block, "condition");
  const effect = textOf(block, ["effect"], "Allow");
  if (principals === undefined || conditions === undefined || effect === undefined) return undefined;
  return {
    effect,
    actions: outlines(block, "actions"),
    notActions: outlines(block, "not_actions"),
    resources: outlines(block, "resources"),
    principals: principals.flatMap((principal) =>
      outlines(principal, "identifiers").map((id) => ({ type: principal.outline("type") ?? GAP, id })),
    ),
    conditions: conditions.map((condition) => ({
      test: condition.outline("test") ?? GAP,
      key: condition.outline("variable") ?? GAP,
      values: outlines(condition, "values"),
    })),
  };
}

const GAP = "\uFFFC";

/** A list of texts; one that is unknown as a whole is one text of which nothing is known. */
function outlines(block: Block, name: string): readonly string[] {
  const value = block.value(name);
  if (value === undefined || value === null) return [];
  if (isUnknown(value) || !Array.isArray(value)) return [block.outline(name) ?? GAP];
  return value.map((_, position) => block.outline(name, position) ?? GAP);
}

function textsIn(value: unknown): readonly string[] {
  return value === undefined ? [] : [value].flat().map(String);
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Whether a text is known in all its parts. */
export function isWhole(text: string): boolean {
  return !text.includes(GAP);
}

/** Whether a statement lets somebody in that anybody is: everybody, without a condition. */
export function allowsEverybody({ effect, principals, conditions }: Statement): boolean {
  return effect === "Allow" && conditions.length === 0 && principals.some(isEverybody);
}

/** `*`, also as an account. */
export function isEverybody({ type, id }: Statement["principals"][number]): boolean {
  return id === "*" && (type === "*" || type === "AWS");
}
