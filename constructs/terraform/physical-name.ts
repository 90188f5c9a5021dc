import { createHash } from "node:crypto";
import { DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { type Kind, known, matching } from "../checks/prop-kinds";

const STEM_LENGTH = 23;
const HASH_LENGTH = 8;
/** AWS takes 256 characters in the value of a tag; some constructs add a zone. */
const NAME_TAG_LENGTH = 200;

/**
 * The name of a load balancer or target group: a readable stem, a hyphen, and 8 characters of a hash over the
 * construct's path and every input that forces replacement. At most 32 characters.
 *
 * Equal inputs give equal names. A changed input gives a new name, so that the new resource can be created
 * before the old one is destroyed. Two constructs never share a name, because their paths differ.
 *
 * @param replacedBy the inputs whose change makes AWS replace the resource
 */
export function physicalName(construct: IConstruct, replacedBy: object, stem?: string): string {
  const hash = stableHash(construct, [construct.node.path, replacedBy]);
  return `${shortened(stem ?? slug(construct.node.path))}-${hash}`;
}

/** 8 characters that stand for a value. A token counts as the reference that it becomes, which stays the same. */
export function stableHash(construct: IConstruct, value: unknown): string {
  const resolved = Tokenization.resolve(value, {
    scope: TerraformStack.of(construct),
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
  return createHash("sha256").update(JSON.stringify(resolved)).digest("hex").slice(0, HASH_LENGTH);
}

/** A construct's path as a `Name` tag: what AWS does not take in tags, and Terraform evaluates, is left out. */
export function nameTag(construct: IConstruct): string {
  return construct.node.path.replace(/[^A-Za-z0-9_.-]+/g, "-").slice(0, NAME_TAG_LENGTH);
}

/** What the start of a name must be. */
export const NAME_STEM: Kind = known(
  matching(
    new RegExp(`^(?!internal-)(?=.{1,${STEM_LENGTH}}$)[a-z0-9](-?[a-z0-9])*$`, "i"),
    `1 to ${STEM_LENGTH} letters, digits and single inner hyphens that do not start with internal-`,
    "name-stem-refused",
    "choose another; a hash is added",
  ),
);

function slug(path: string): string {
  const text = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return text.startsWith("internal-") ? `lb-${text}` : text || "lab";
}

/** Keeps the start and the end of a long stem: the stack and the resource are at the two ends of a path. */
function shortened(stem: string): string {
  if (stem.length <= STEM_LENGTH) return stem;
  const half = (STEM_LENGTH - 1) / 2;
  const ends = [stem.slice(0, half), stem.slice(-half)].map((end) => end.replace(/^-+|-+$/g, ""));
  return ends.join("-");
}
