import { type Defect, type Finding, type LintOptions, lint } from "../../../lab/lint";
import { parseTopology } from "../../../lab/topology";
import { type Shape, shop } from "./shop";

/** What one defect finds in the shop after a change to it. */
export function findIn(
  defect: Defect,
  change: (resource: Shape, whole: Shape) => void = () => {},
  options: LintOptions = {},
): readonly Finding[] {
  const shape = shop();
  change(shape.resource, shape);
  const profile = defect.profile === undefined ? {} : { profile: defect.profile };
  return lint(parseTopology(JSON.stringify(shape)), { ...profile, ...options, defects: [defect] }).findings;
}

/** The same as lines for a person: `address: message; fix`. */
export function linesIn(...about: Parameters<typeof findIn>): readonly string[] {
  return findIn(...about).map(({ address, message, fix }) => `${address}: ${message}; ${fix}`);
}
