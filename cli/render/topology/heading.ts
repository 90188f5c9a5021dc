import { type Element, type Knowable, labelOf, placeOf } from "../../../lab/topology";
import { beside, type Page } from "../text";

/** What an element is, its name, and where it is declared. */
export function renderHeading(
  what: string,
  element: Element & { readonly name?: Knowable<string> },
  { colors, width }: Page,
): string[] {
  const [label, place] = [labelOf(element), placeOf(element)];
  const many = element.instances === undefined ? "" : ` (how many: ${element.instances.unknown})`;
  const title = `${colors.bold(what)} ${colors.bold(label)}${many}`;
  return beside([title], label === place ? "" : colors.dim(place), width);
}
