import { isUnknown, type Link, type Resource } from "../../topology";

/** One of two resources that may be the same: the declared one, or the one that AWS has. */
export interface Side {
  /** Value of an argument as text; undefined: not set, or nobody can say. */
  text(...path: readonly string[]): string | undefined;
  /** What an argument points at: an address, or an id; undefined: nowhere, or nobody can say. */
  ref(...path: readonly string[]): string | undefined;
}

/** What is declared. */
export function blockSide(resource: Resource): Side {
  return {
    text: (...path) => textOf(resource.value(...path)),
    ref: (...path) => refOf(resource.link(...path)),
  };
}

/** What AWS has, in the words of Terraform; ids that are known by an address stand for it. */
export function valuesSide(values: unknown, addressOf: (id: string) => string | undefined): Side {
  const text = (...path: readonly string[]) => textOf(path.reduce(memberOf, values));
  return {
    text,
    ref: (...path) => {
      const id = text(...path);
      return id === undefined ? undefined : (addressOf(id) ?? id);
    },
  };
}

function refOf(link: Link | undefined): string | undefined {
  if (link === undefined || isUnknown(link)) return undefined;
  return "address" in link ? link.address : link.external;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
