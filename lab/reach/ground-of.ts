import type { Topology } from "../topology";
import { Ground } from "./ground";

const grounds = new WeakMap<Topology, Ground>();

/** The same topology is prepared once, however many questions are asked of it. */
export function groundOf(topology: Topology): Ground {
  const known = grounds.get(topology);
  if (known) return known;
  const ground = new Ground(topology);
  grounds.set(topology, ground);
  return ground;
}
