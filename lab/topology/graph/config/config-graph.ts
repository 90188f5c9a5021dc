import { resourceAddress } from "../address";
import { type JsonObject, memberAt, textOf } from "../json";
import { literalTerm } from "../literal-term";
import { graphOf, type ResourceParts } from "../make-graph";
import { hidden, type Term } from "../term";
import type { ResourceGraph } from "../types";
import { type Declaration, readDeclarations } from "./declarations";
import { Evaluator } from "./evaluator";
import { expandResource } from "./expand-resource";
import type { Instances, Names, ResourceGroup } from "./scope";

/** The graph of a Terraform JSON configuration, such as a synthesized stack. */
export function configGraph(configuration: JsonObject): ResourceGraph {
  const { resources, locals, variables, modules, region, stack, notes } = readDeclarations(configuration);
  const groups = new Map<string, Group>();
  const root = {};
  const names: Names = {
    variable(name) {
      if (!variables.has(name)) return hidden(`var.${name} is not declared`);
      const value = variables.get(name);
      return value === undefined ? hidden(`var.${name} has no default`) : literalTerm(value);
    },
    local: (name) =>
      locals.has(name) ? evaluator.term(locals.get(name), root) : hidden(`local.${name} is not declared`),
    resources: (mode, type, name) => groups.get(resourceAddress(mode, type, name)),
  };
  const evaluator = new Evaluator(names);
  for (const declaration of resources) {
    const group = new Group(declaration, evaluator);
    groups.set(group.address, group);
  }
  const where: Term = evaluator.term(region, root);
  return graphOf({
    source: {
      kind: "synth",
      ...(stack !== undefined && { stack }),
      ...(where.kind === "scalar" && { region: String(where.value) }),
      ...(notes !== undefined && { notes }),
    },
    resources: [...groups.values()].flatMap((group) => group.parts()),
    unread: modules.map((name) => ({ address: `module.${name}`, type: "module" })),
  });
}

class Group implements ResourceGroup {
  public readonly address: string;
  private expanded: Instances | undefined;

  public constructor(
    private readonly declaration: Declaration,
    private readonly evaluator: Evaluator,
  ) {
    this.address = resourceAddress(declaration.mode, declaration.type, declaration.name);
  }

  public instances(): Instances {
    this.expanded ??= expandResource(this.declaration, this.evaluator);
    return this.expanded;
  }

  public parts(): ResourceParts[] {
    const { mode, type, name, body } = this.declaration;
    const path = textOf(memberAt(body, "//", "metadata", "path"));
    const all = this.instances();
    const instances = all.kind === "repeated" ? [...all.byKey.values()] : [all.instance];
    return instances.map(({ address, index, body: term }) => ({
      identity: {
        address,
        mode,
        type,
        name,
        ...(index !== undefined && { index }),
        ...(path !== undefined && { path }),
        ...(all.kind === "unknown" && { instances: { unknown: all.reason } }),
      },
      term,
    }));
  }
}
