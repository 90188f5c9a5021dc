import { parseTopology, type Topology } from "../topology";
import type { Ask } from "./asking/ask";
import type { Identified } from "./matching/address";
import { withUnseen } from "./unseen";

/**
 * What AWS has as a topology, read in the way in which a state is read. What nobody may see is unknown in it,
 * and a listener, rule or registration with `instances` stands for all that may be there unseen.
 */
export function deployedTopology(identified: readonly Identified[], ask: Ask): Topology {
  // a subnet whose routes nobody may see must not look like one without any
  const isWithoutRoutes = ask.failureOf("DescribeRouteTables") !== undefined;
  const resources = identified.map(({ address, type, name, state }) => ({
    address,
    mode: isWithoutRoutes && NETWORK.test(type) ? "data" : "managed",
    type,
    name,
    values: state.values,
  }));
  const json = { format_version: "1.0", values: { root_module: { resources } } };
  return withUnseen(parseTopology(JSON.stringify(json), "what AWS has"), identified, ask);
}

const NETWORK = /^aws_(default_)?(vpc|subnet)$/;
