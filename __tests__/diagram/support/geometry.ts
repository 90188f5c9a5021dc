import type { Box, Edge, Picture, Place, PlacedText, Point } from "../../../lab/diagram/picture/picture";
import { widthOf } from "../../../lab/diagram/picture/text-width";

const frames = new Set(["region", "balancer", "listener", "zone"]);

/** Everything that is wrong with the places of a picture, in words; nothing when it is well laid out. */
export function faultsIn(picture: Picture): readonly string[] {
  return [...boxFaults(picture), ...textFaults(picture), ...edgeFaults(picture)];
}

function boxFaults({ boxes, width, height }: Picture): readonly string[] {
  const page = { x: 0, y: 0, width, height };
  return boxes.flatMap((one, at) => [
    ...(isInside(one, page) ? [] : [`${one.id} leaves the picture`]),
    ...boxes
      .slice(at + 1)
      .filter((other) => meet(one, other) && !contains(one, other) && !contains(other, one))
      .map((other) => `${one.id} and ${other.id} overlap`),
  ]);
}

/** A target that is in several zones lies across them. */
function contains(outer: Box, inner: Box): boolean {
  if (!frames.has(outer.kind)) return false;
  if (outer.kind !== "zone" || inner.kind !== "target") return isInside(inner, outer);
  return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

interface Owned {
  readonly text: PlacedText;
  readonly area: Place;
  readonly owner?: Box;
}

function textsOf({ boxes, texts }: Picture): readonly Owned[] {
  return [
    ...texts.map((text) => ({ text, area: areaOf(text) })),
    ...boxes.flatMap((owner) => owner.texts.map((text) => ({ text, area: areaOf(text), owner }))),
    ...boxes.flatMap(({ pill }) => (pill ? [{ text: pill.text, area: pill }] : [])),
  ];
}

/** Where a text is, from its highest to its lowest letter. */
function areaOf({ text, x, y, font }: PlacedText): Place {
  return { x, y: y - font.size * 0.78, width: widthOf(text, font), height: font.size };
}

function textFaults(picture: Picture): readonly string[] {
  const page = { x: 0, y: 0, width: picture.width, height: picture.height };
  const all = textsOf(picture);
  const cards = picture.boxes.filter(({ kind }) => !frames.has(kind));
  return all.flatMap(({ text, area, owner }, at) => [
    ...(widthOf(text.text, text.font) <= text.width ? [] : [`"${text.text}" is wider than its place`]),
    ...(isInside(area, owner ?? page) ? [] : [`"${text.text}" leaves ${owner?.id ?? "the picture"}`]),
    ...(owner && !frames.has(owner.kind) ? [] : cards)
      .filter((card) => meet(card, area) && text.tone !== card.mark)
      .map((card) => `"${text.text}" lies on ${card.id}`),
    ...all
      .slice(at + 1)
      .filter((other) => meet(area, other.area))
      .map((other) => `"${text.text}" meets "${other.text.text}"`),
  ]);
}

function edgeFaults(picture: Picture): readonly string[] {
  const byId = new Map(picture.boxes.map((box) => [box.id, box]));
  const cards = picture.boxes.filter(({ kind }) => !frames.has(kind));
  const texts = textsOf(picture);
  return picture.edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)] as [Box, Box];
    const points = pointsOn(edge);
    const [first, last] = [points[0] as Point, points.at(-1) as Point];
    const name = `${edge.from} to ${edge.to}`;
    return [
      ...(isOnSide(first, from, from.x + from.width) ? [] : [`${name} does not begin at its box`]),
      ...(isOnSide(last, to, to.x) ? [] : [`${name} does not end at its box`]),
      ...cards
        .filter((card) => points.some((point) => holds(card, point)))
        .map(({ id }) => `${name} crosses ${id}`),
      ...texts
        .filter(({ area }) => points.some((point) => holds(area, point)))
        .map(({ text }) => `${name} crosses "${text.text}"`),
    ];
  });
}

/** Points of an edge, close together. */
function pointsOn({ start, steps }: Edge): readonly Point[] {
  const points = [start];
  let from = start;
  for (const step of steps) {
    const [one, two] = step.by ?? [from, step];
    for (let part = 1; part <= 24; part++) {
      const [t, u] = [part / 24, 1 - part / 24];
      const at = (axis: "x" | "y") =>
        step.by
          ? u ** 3 * from[axis] + 3 * u * u * t * one[axis] + 3 * u * t * t * two[axis] + t ** 3 * step[axis]
          : u * from[axis] + t * step[axis];
      points.push({ x: at("x"), y: at("y") });
    }
    from = step;
  }
  return points;
}

function isOnSide({ x, y }: Point, box: Place, side: number): boolean {
  return Math.abs(x - side) < 0.01 && y > box.y && y < box.y + box.height;
}

function holds({ x, y, width, height }: Place, point: Point): boolean {
  const within = 0.5;
  return (
    point.x > x + within &&
    point.x < x + width - within &&
    point.y > y + within &&
    point.y < y + height - within
  );
}

function isInside(inner: Place, outer: Place): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function meet(one: Place, other: Place): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
