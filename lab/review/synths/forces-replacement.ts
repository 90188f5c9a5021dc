import { FORCING } from "./forcing-arguments";
import { FORCING_OF_DATA } from "./forcing-arguments-of-data";

const LISTED: ReadonlyMap<string, readonly string[]> = new Map(
  [FORCING, FORCING_OF_DATA].flatMap((types) => Object.entries(types)),
);

/** Whether it is known which arguments of a type force a replacement. */
export function isListed(type: string): boolean {
  return namesOf(type) !== undefined;
}

/**
 * Whether a change of an argument replaces the resource; of a type that is not listed: no.
 *
 * @param path such as `name` or `root_block_device[0].encrypted`
 * @param settings the arguments after the change
 */
export function forcesReplacement(
  type: string,
  path: string,
  settings: { readonly [name: string]: unknown },
): boolean {
  const bare = path.replace(/\[[^\]]*\]/g, "");
  if (type === "aws_instance" && /^user_data(?:_base64)?$/.test(bare))
    return settings.user_data_replace_on_change === true;
  const names = namesOf(type) ?? [];
  if (names.includes("*")) return !/^tags(?:\.|$)/.test(bare);
  return names.some((name) => bare === name || bare.startsWith(`${name}.`));
}

function namesOf(type: string): readonly string[] | undefined {
  return LISTED.get(type.replace(/^aws_alb(?=_|$)/, "aws_lb"));
}
