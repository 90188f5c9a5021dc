import type { TopologySource } from "../../model/topology";
import { isJsonObject, type Json, memberAt } from "../json";
import { graphOf, type ResourceParts } from "../make-graph";
import type { ResourceGraph } from "../types";
import { knownIds } from "./known-ids";
import { hiddenOrigin } from "./origin";
import { plannedTerm } from "./planned-term";
import { rawStateResources } from "./raw-state";
import { type RecordedResource, recordedResources } from "./recorded-resource";
import { regionOfArns } from "./region-of-arns";

/** The graph of `terraform show -json` of a state. */
export function stateGraph(state: Json): ResourceGraph {
  return graphOfRecorded(recordedResources(memberAt(state, "values", "root_module")));
}

/** The graph of a state file, version 4. */
export function rawStateGraph(state: Json): ResourceGraph {
  return graphOfRecorded(rawStateResources(state));
}

function graphOfRecorded(recorded: readonly RecordedResource[]): ResourceGraph {
  const findById = knownIds(recorded);
  const region = regionOfArns(recorded);
  const source: TopologySource = { kind: "state", ...(region !== undefined && { region }) };
  const resources = recorded.map(({ values, sensitive, ...resource }) => ({
    identity: identityOf(resource),
    term: plannedTerm(
      { value: isJsonObject(values) ? values : {}, unknown: undefined, sensitive, origin: hiddenOrigin },
      findById,
    ),
  }));
  return graphOf({ source, resources, unread: [] });
}

export function identityOf({
  address,
  mode,
  type,
  name,
  module,
  index,
}: Omit<RecordedResource, "values" | "sensitive">): ResourceParts["identity"] {
  return {
    address,
    mode,
    type,
    name,
    ...(module !== "" && { module }),
    ...(index !== undefined && { index }),
  };
}
