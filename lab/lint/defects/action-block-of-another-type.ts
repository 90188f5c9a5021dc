import { type ActionList, actionLists, settingsOf, type WrittenAction } from "../actions";
import type { Defect, Flaw } from "../defect";
import { known } from "../values";

/** What each type is said with. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  forward: ["target_group_arn", "forward"],
  redirect: ["redirect"],
  "fixed-response": ["fixed_response"],
  "authenticate-oidc": ["authenticate_oidc"],
  "authenticate-cognito": ["authenticate_cognito"],
};

/** An action has the block of its type, and no other. */
export const actionBlockOfAnotherType: Defect = {
  id: "action-block-of-another-type",
  severity: "error",
  facts: ["TF61", "TF53"],
  *find(subject) {
    for (const list of actionLists(subject))
      for (const action of list.actions) yield* problemsOf(list, action);
  },
};

function* problemsOf({ owner, argument }: ActionList, action: WrittenAction): Generator<Flaw> {
  const type = known(action.type) ?? "";
  const own = Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined;
  if (own === undefined) return;
  const others = Object.values(BLOCKS)
    .flat()
    .filter((name) => !own.includes(name) && isWritten(action, name));
  const got = others.join(" and ");
  if (lacksBlock(action)) {
    yield {
      at: owner,
      message: `${argument} of type ${type} must have a ${own.join(" or ")} block, got ${got || "none"}`,
      fix: got === "" ? `add the ${own.join(" or ")} block` : "correct the type or the block",
    };
  } else if (got !== "") {
    yield {
      at: owner,
      severity: "warning",
      message: `${argument} of type ${type} must have nothing of another type, got ${got}, which is ignored`,
      fix: `remove ${got}, or correct the type`,
    };
  }
}

/** A forward without a group is a mistake of its own. */
function lacksBlock(action: WrittenAction): boolean {
  if (action.type === "forward") return false;
  const name = known(action.type)?.replaceAll("-", "_") ?? "";
  return known(action.block.blocks(name))?.length === 0 && settingsOf(action) === undefined;
}

/** What nobody knows may turn out to be nothing. */
function isWritten({ block }: WrittenAction, name: string): boolean {
  if (name !== "target_group_arn") return (known(block.blocks(name))?.length ?? 0) > 0;
  const link = block.link(name);
  return link !== undefined && ("address" in link || "external" in link);
}
