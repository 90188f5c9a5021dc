import type { Box, Edge, Point } from "./picture";
import { port, spine } from "./sizes";

type Way = Pick<Edge, "start" | "steps">;
const radius = 7;

/** From the right side of a box to the left side of another, bending only between two upright lines. */
export function across(from: Box, to: Box, left: number, right: number): Way {
  const start = { x: from.x + from.width, y: from.y + port };
  const end = { x: to.x, y: to.y + port };
  if (start.y === end.y) return { start, steps: [end] };
  const middle = (left + right) / 2;
  const by: readonly [Point, Point] = [
    { x: middle, y: start.y },
    { x: middle, y: end.y },
  ];
  return {
    start,
    steps: [{ x: left, y: start.y }, { x: right, y: end.y, by }, ...(right === end.x ? [] : [end])],
  };
}

/** From a group along the top of its row, and down on the left side of a zone to a target. */
export function downTo(group: Box, target: Box): Way {
  const start = { x: group.x + group.width, y: group.y + port };
  const x = target.x - spine / 2;
  const end = { x: target.x, y: target.y + port };
  const [turn, last] = [
    { x, y: start.y },
    { x, y: end.y },
  ];
  return {
    start,
    steps: [
      { x: x - radius, y: start.y },
      { x, y: start.y + radius, by: [turn, turn] },
      { x, y: end.y - radius },
      { x: x + radius, y: end.y, by: [last, last] },
      end,
    ],
  };
}
