import { isJsonObject, type Json, type JsonObject, member, memberAt, membersOf, textOf } from "../json";

/** A resource or data source before `count` and `for_each`. */
export interface Declaration {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

/** Everything that a Terraform JSON configuration declares. */
export interface Declarations {
  readonly resources: readonly Declaration[];
  readonly locals: ReadonlyMap<string, Json>;
  /** Variables and their defaults; without one, `undefined`. */
  readonly variables: ReadonlyMap<string, Json | undefined>;
  readonly modules: readonly string[];
  readonly region: Json | undefined;
  readonly stack: string | undefined;
  readonly notes: JsonObject | undefined;
}

export function readDeclarations(configuration: JsonObject): Declarations {
  const stack = textOf(memberAt(configuration, "//", "metadata", "stackName"));
  const notes = memberAt(configuration, "//", "alb-lab");
  return {
    resources: [
      ...declared(configuration, "resource", "managed"),
      ...declared(configuration, "data", "data"),
    ],
    locals: new Map(entriesOf(member(configuration, "locals"))),
    variables: new Map(
      labelled(member(configuration, "variable")).map(([name, body]) => [name, member(body, "default")]),
    ),
    modules: labelled(member(configuration, "module")).map(([name]) => name),
    region: providerRegion(configuration),
    stack,
    notes: isJsonObject(notes) ? notes : undefined,
  };
}

function declared(
  configuration: JsonObject,
  block: "resource" | "data",
  mode: Declaration["mode"],
): Declaration[] {
  return entriesOf(member(configuration, block)).flatMap(([type, names]) =>
    type === "//" ? [] : labelled(names).map(([name, body]) => ({ mode, type, name, body })),
  );
}

/** Of the provider without an alias. */
function providerRegion(configuration: JsonObject): Json | undefined {
  const bodies = entriesOf(member(configuration, "provider"))
    .filter(([name]) => name === "aws")
    .flatMap(([, body]) => objectsOf(body));
  const own = bodies.find((body) => member(body, "alias") === undefined);
  return member(own, "region");
}

/** Names and bodies of blocks with a label; `//` is a comment. */
function labelled(value: Json | undefined): [string, JsonObject][] {
  return entriesOf(value).flatMap(([name, bodies]) =>
    name === "//" ? [] : objectsOf(bodies).map((body): [string, JsonObject] => [name, body]),
  );
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return objectsOf(value).flatMap(membersOf);
}

/** Terraform takes an object, or a list of objects, wherever blocks stand. */
function objectsOf(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isJsonObject);
  return isJsonObject(value) ? [value] : [];
}
