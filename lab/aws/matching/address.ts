import type { Topology } from "../../topology";
import type { StateResource } from "../state/state-resource";
import type { Matches } from "./match";

/** Who a resource is in the deployed topology. */
export interface Identified {
  readonly state: StateResource;
  readonly address: string;
  readonly type: string;
  readonly name: string;
}

/**
 * Gives everything its address: that of what declares it, else one made of its name, such as `aws_lb.shop`,
 * which nothing declared has.
 */
export function identify(
  states: readonly StateResource[],
  matches: Matches,
  declared: Topology | undefined,
): readonly Identified[] {
  const taken = new Set(declared?.resources.map(({ address }) => address));
  return states.map((state) => {
    const match = matches.get(state);
    if (match) return { state, address: match.address, type: match.type, name: match.name };
    const name = freeName(state, taken);
    const address = `${state.type}.${name}`;
    taken.add(address);
    return { state, address, type: state.type, name };
  });
}

function freeName({ type, label }: StateResource, taken: ReadonlySet<string>): string {
  const plain = label.replace(/[^\w-]+/g, "_").replace(/^(?![A-Za-z_])/, "_");
  let name = plain;
  for (let number = 2; taken.has(`${type}.${name}`); number += 1) name = `${plain}_${number}`;
  return name;
}
