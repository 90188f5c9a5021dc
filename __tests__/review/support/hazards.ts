import { Comparison, type Sides } from "../../../lab/review/comparison";
import { risksIn } from "../../../lab/review/review";
import type { Risk, RiskFinding } from "../../../lab/review/risk";
import { sidesOfSynths } from "../../../lab/review/sides";
import { parseInput } from "../../../lab/topology";
import { mergeIntoShop } from "../../lint/support/pages";
import { type Shape, shop } from "../../lint/support/shop";

export type Change = (resource: Shape, whole: Shape) => void;

/** The shop before and after a change, as two synthesized stacks. @param base what is done to the shop on both sides */
export function sidesOf(change: Change, base: Change = () => {}): Sides {
  const [before, after] = [shop(), shop()];
  base(before.resource, before);
  base(after.resource, after);
  change(after.resource, after);
  const inputOf = (shape: Shape) => parseInput(JSON.stringify(shape), "shop");
  return sidesOfSynths(inputOf(before), inputOf(after));
}

/** What one risk finds in a change to the shop. */
export function risksOf(risk: Risk, change: Change, base?: Change): readonly RiskFinding[] {
  return risksIn(new Comparison(sidesOf(change, base)), [risk]);
}

/** The same as lines for a person: `level address: message; fix`. */
export function linesOf(...about: Parameters<typeof risksOf>): readonly string[] {
  return risksOf(...about).map(
    ({ level, address, message, fix }) => `${level} ${address}: ${message}; ${fix}`,
  );
}

/**
 * Changes written as pages write them: patches (RFC 7396) to the resources of the shop; what Terraform is told about its
 * state stands below `moved` and `removed`.
 */
export function patch(...patches: readonly Shape[]): Change {
  return (_, whole) => {
    for (const { moved, removed, ...resources } of patches) {
      mergeIntoShop(whole, resources);
      Object.assign(whole, { ...(moved && { moved }), ...(removed && { removed }) });
    }
  };
}
