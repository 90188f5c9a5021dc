import { isUnknown, type Knowable } from "../../topology";

export interface Nameable {
  readonly address: string;
  readonly path?: string;
  /** Its name in AWS, or its `Name` tag. */
  readonly name?: Knowable<string>;
}

/** Whether a name means this and nothing else: Terraform address, path of the construct, name in AWS. */
export function isExactName({ address, path, name }: Nameable, wanted: string): boolean {
  return [address, path, name].includes(wanted);
}

/** Whether a person may call it so: a part of its path or of its address, or its name without the hash at its end. */
export function isShortName({ address, path = "", name }: Nameable, wanted: string): boolean {
  if (path.split("/").slice(1).includes(wanted)) return true;
  if (name !== undefined && !isUnknown(name) && name.replace(/-[0-9a-f]{8}$/, "") === wanted) return true;
  // every other word of an address is a type, or `module`
  const words = [...address.matchAll(/([\w-]+)(?:\["?([^"\]]*)"?\])?(?:\.|$)/g)].filter(
    (_, index) => index % 2 === 1,
  );
  return words.some(([, word, key]) => word === wanted || key === wanted);
}

/** The shortest that tells it from others most of the time. */
export function shortName({ address, path, name }: Nameable): string {
  if (name !== undefined && !isUnknown(name)) return name;
  return path?.split("/").slice(1, -1).at(-1) ?? address;
}
