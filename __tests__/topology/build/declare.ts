import { parseTopology, type Topology } from "../../../lab/topology";

/** Arguments of resources by type and name, as Terraform JSON writes them. */
export type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** The topology of hand-written Terraform JSON. */
export function topologyOf(resource: Resources, more: object = {}): Topology {
  const terraform = { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } };
  return parseTopology(JSON.stringify({ terraform, resource, ...more }));
}

/** The element at an address; throws when there is none. */
export function at<E extends { readonly address: string }>(elements: readonly E[], address: string): E {
  const found = elements.find((element) => element.address === address);
  if (found) return found;
  throw new Error(`expected ${address}, got ${elements.map((element) => element.address).join(", ")}`);
}

/** The only element of a list; throws when there are more or none. */
export function only<E>(elements: readonly E[]): E {
  const [first, ...others] = elements;
  if (first !== undefined && others.length === 0) return first;
  throw new Error(`expected one element, got ${elements.length}`);
}

/** Something unknown whose reason holds this text. */
export function unknownFor(reason: string | RegExp): unknown {
  return { unknown: expect.stringMatching(reason) };
}
