import type { Json, JsonObject } from "../../topology";

/** A resource, or a call of a module, as a synthesized stack declares it. */
export interface Declared {
  readonly address: string;
  /** Resource type; `module` for a call. */
  readonly type: string;
  /** Arguments alone: what only speaks to Terraform is left out. */
  readonly settings: JsonObject;
  readonly createsFirst: boolean;
  readonly ignored: readonly string[] | "all";
  /** Addresses of what it refers to, with the attribute where there is one, such as `aws_lb.main.arn`. */
  readonly references: readonly string[];
}

const forTerraform: ReadonlySet<string> = new Set([
  "//",
  "connection",
  "depends_on",
  "lifecycle",
  "provider",
  "provisioner",
]);

/** What a synthesized stack declares, by address. */
export function declaredIn(json: JsonObject): ReadonlyMap<string, Declared> {
  const resources = entriesOf(json.resource).flatMap(([type, named]) =>
    entriesOf(named).map(([name, body]) => declared(`${type}.${name}`, type, bodyOf(body))),
  );
  const modules = entriesOf(json.module).map(([name, body]) =>
    declared(`module.${name}`, "module", bodyOf(body)),
  );
  return new Map([...resources, ...modules].map((one) => [one.address, one]));
}

function declared(address: string, type: string, body: JsonObject): Declared {
  const lifecycle = bodyOf(body.lifecycle ?? {});
  const settings = Object.fromEntries(Object.entries(body).filter(([name]) => !forTerraform.has(name)));
  const { ignore_changes: ignored } = lifecycle;
  return {
    address,
    type,
    settings,
    createsFirst: lifecycle.create_before_destroy === true,
    ignored: ignored === "all" ? "all" : Array.isArray(ignored) ? ignored.map(String) : [],
    references: referencesIn(body),
  };
}

/** Terraform JSON writes a single block as an object or as a list of one. */
export function bodyOf(value: Json | undefined): JsonObject {
  const body = Array.isArray(value) ? value[0] : value;
  return typeof body === "object" && body !== null ? (body as JsonObject) : {};
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return Object.entries(bodyOf(value));
}

/** References in interpolations, such as `aws_lb.main.arn`, and those of `depends_on`, which stand alone. */
export function referencesIn(value: Json): readonly string[] {
  return [...new Set(textsIn(value).flatMap((text) => text.match(reference) ?? []))];
}

const reference = /(?<![\w.-])[a-z][\w-]*\.[\w-]+(?:\[[^\]]*\])?(?:\.\w+)?/g;

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string")
    return value.includes("${")
      ? [...value.matchAll(/\$\{([^}]*)\}/g)].map(([, text = ""]) => text)
      : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
