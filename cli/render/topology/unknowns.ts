import { type Topology, unlinked } from "../../../lab/topology";
import { counted, hanging, type Page } from "../text";

/** Elements that one kind of gap is shown for; the rest is counted. */
const shownElements = 5;

/** What the input leaves open, and how much of it is no load balancing. */
export function renderUnknowns(topology: Topology, page: Page): string[][] {
  const gaps = unlinked(topology);
  return [
    ...(gaps.length === 0
      ? []
      : [[page.colors.bold("Not known"), ...gaps.flatMap((gap) => renderGap(gap, page))]]),
    ...(topology.ignored.length === 0 ? [] : [renderIgnored(topology.ignored, page)]),
  ];
}

function renderGap({ message, elements }: ReturnType<typeof unlinked>[number], page: Page): string[] {
  const { colors, width } = page;
  const more = elements.length - shownElements;
  return [
    ...hanging("  ", colors.yellow(message), width),
    ...elements
      .slice(0, shownElements)
      .flatMap(({ address, reason }) => hanging("  - ", `${address}: ${reason}`, width)),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function renderIgnored(ignored: Topology["ignored"], page: Page): string[] {
  const counts = new Map<string, number>();
  for (const { type } of ignored) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = [...counts].map(([type, count]) => (count === 1 ? type : `${type} (${count})`));
  const title = `${counted(ignored.length, "resource")} of ${counted(counts.size, "type")} left out: they balance no load`;
  return [page.colors.bold(title), ...hanging("  ", types.join(", "), page.width)];
}
