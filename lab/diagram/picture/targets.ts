import { type GroupPart, NO_ZONE, type Scene } from "../diagram";
import { targetCard } from "./cards";
import { type Columns, inset } from "./columns";
import { downTo } from "./edges";
import type { Box } from "./picture";
import type { Sheet } from "./sheet";
import { drop, gap, port, spine } from "./sizes";

/** First and last of the zones that a target is drawn across. */
type Span = readonly [number, number];

/** Places the targets of a group in their zones and returns where the row ends. */
export function placeTargets(
  sheet: Sheet,
  scene: Scene,
  group: GroupPart,
  box: Box,
  columns: Columns,
  prefix: string,
): number {
  const free = scene.zones.map(() => box.y + port + drop);
  const targets = group.targets
    .map((target) => ({ target, span: spanOf(target.zones, scene) }))
    .sort((one, other) => compareSpans(one.span, other.span));
  for (const [at, { target, span }] of targets.entries()) {
    const covered = free.slice(span[0], span[1] + 1);
    const y = Math.max(...covered);
    const place = columnOf(span, columns);
    const placed = sheet.place(targetCard(target), `${prefix}-t${at}`, place, y);
    sheet.connect(box, placed, downTo(box, placed), target.way, target.mark);
    free.fill(placed.y + placed.height + gap, span[0], span[1] + 1);
  }
  return targets.length === 0
    ? box.y + box.height
    : Math.max(box.y + box.height, ...free.map((y) => y - gap));
}

function spanOf(zones: readonly string[], scene: Scene): Span {
  const names = zones.length === 0 ? [NO_ZONE] : zones;
  const places = names
    .map((name) => scene.zones.findIndex((zone) => zone.name === name))
    .filter((at) => at >= 0);
  return places.length === 0 ? [0, 0] : [Math.min(...places), Math.max(...places)];
}

/** Those in one zone first, then from the right, so that the line down to one never meets another. */
function compareSpans([oneFirst, oneLast]: Span, [otherFirst, otherLast]: Span): number {
  const [isOneWide, isOtherWide] = [oneLast > oneFirst, otherLast > otherFirst];
  if (isOneWide !== isOtherWide) return Number(isOneWide) - Number(isOtherWide);
  return isOneWide ? otherFirst - oneFirst : oneFirst - otherFirst;
}

function columnOf([first, last]: Span, columns: Columns) {
  const x = columns.zone(first).x + spine;
  const end = columns.zone(last);
  return { x, width: end.x + end.width - inset - x };
}
