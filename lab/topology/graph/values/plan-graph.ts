import type { TopologySource } from "../../model/topology";
import { resourceAddress } from "../address";
import { isJsonObject, type Json, listOf, member, memberAt, textOf } from "../json";
import { graphOf } from "../make-graph";
import type { Term } from "../term";
import { TermBlock } from "../term-block";
import type { Block, ResourceGraph } from "../types";
import { LinkFollower } from "./follow-references";
import { knownIds } from "./known-ids";
import { hiddenOrigin, type Origin, referencesOf } from "./origin";
import { inModule, PlannedInstances } from "./planned-instances";
import { PlannedModules } from "./planned-modules";
import { plannedTerm } from "./planned-term";
import { type RecordedResource, recordedResource, recordedResources } from "./recorded-resource";
import { identityOf } from "./state-graph";
import { Tracer } from "./trace-references";
import { withoutReadBack } from "./without-read-back";

/** The graph of `terraform show -json` of a plan: what is there once it is applied. */
export function planGraph(plan: Json): ResourceGraph {
  const recorded = plannedResources(plan);
  const instances = new PlannedInstances(recorded);
  const modules = new PlannedModules(memberAt(plan, "configuration", "root_module"), instances);
  const blocks = new Map<string, Block>();
  const follower = new LinkFollower(new Tracer(modules, instances), (address) => blocks.get(address));
  const findById = knownIds(recorded);
  const unknowns = unknownValues(plan);
  const resources = recorded.map((resource) => {
    const { values, sensitive, ...rest } = resource;
    const term: Term = plannedTerm(
      {
        value: isJsonObject(values) ? values : {},
        unknown: unknowns.get(resource.address),
        sensitive,
        origin: originOfResource(resource, modules, instances, follower),
      },
      findById,
    );
    blocks.set(resource.address, new TermBlock(term));
    return { identity: identityOf(rest), term };
  });
  return graphOf({ source: sourceOf(plan), resources, unread: [] });
}

/** What will be there, and what is there and stays, such as data sources that have been read already. */
function plannedResources(plan: Json): RecordedResource[] {
  const found = new Map<string, RecordedResource>();
  const before = recordedResources(memberAt(plan, "prior_state", "values", "root_module"));
  const destroyed = addressesOf(plan, (actions) => actions.includes("delete"));
  for (const resource of before) if (!destroyed.has(resource.address)) found.set(resource.address, resource);
  for (const change of listOf(member(plan, "resource_changes"))) {
    if (!listOf(memberAt(change, "change", "actions")).includes("read")) continue;
    const resource = recordedResource(change, textOf(member(change, "module_address")) ?? "");
    const values = memberAt(change, "change", "after");
    if (resource) found.set(resource.address, { ...resource, values });
  }
  const left = withoutReadBack(listOf(member(plan, "resource_changes")));
  // of what is let go of, a plan may list the name without its values
  const forgotten = addressesOf(plan, (actions) => actions.join() === "forget");
  for (const resource of recordedResources(memberAt(plan, "planned_values", "root_module")))
    if (!forgotten.has(resource.address) || !found.has(resource.address))
      found.set(resource.address, left(resource));
  return [...found.values()];
}

/** What is deleted goes for good. All else stays, listed or not: what is deferred, everything with -refresh-only. */
function addressesOf(plan: Json, isMeant: (actions: readonly Json[]) => boolean): ReadonlySet<string> {
  const changes = listOf(member(plan, "resource_changes")).filter(
    (change) =>
      isMeant(listOf(memberAt(change, "change", "actions"))) && member(change, "deposed") === undefined,
  );
  return new Set(changes.map((change) => textOf(member(change, "address")) ?? ""));
}

/** What is known after apply, by address. */
function unknownValues(plan: Json): ReadonlyMap<string, Json | undefined> {
  const changes = listOf(member(plan, "resource_changes"));
  const current = changes.filter((change) => member(change, "deposed") === undefined);
  return new Map(
    current.map((change) => [
      textOf(member(change, "address")) ?? "",
      memberAt(change, "change", "after_unknown"),
    ]),
  );
}

function originOfResource(
  { mode, type, name, module, index }: RecordedResource,
  modules: PlannedModules,
  instances: PlannedInstances,
  follower: LinkFollower,
): Origin {
  const bare = resourceAddress(mode, type, name);
  const frame = modules.frame(module);
  const config = frame && modules.resourceConfig(frame, bare);
  const expressions = member(config, "expressions");
  if (frame === undefined || !isJsonObject(expressions)) return hiddenOrigin;
  const site = {
    frame,
    key: index,
    keys: instances.keys(inModule(module, bare)),
    forEach: member(config, "for_each_expression"),
  };
  return { kind: "block", expressions, follow: follower.at(site) };
}

function sourceOf(plan: Json): TopologySource {
  const region = regionOf(plan);
  return { kind: "plan", ...(region !== undefined && { region }) };
}

/** Of the provider without an alias: a constant, or a variable of the root module. */
function regionOf(plan: Json): string | undefined {
  const provider = memberAt(plan, "configuration", "provider_config", "aws", "expressions", "region");
  const constant = textOf(member(provider, "constant_value"));
  if (constant !== undefined) return constant;
  const [reference, ...others] = referencesOf(provider);
  const name = /^var\.([\w-]+)$/.exec(reference ?? "")?.[1];
  if (name === undefined || others.length > 0) return undefined;
  return textOf(memberAt(plan, "variables", name, "value"));
}
