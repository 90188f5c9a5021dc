import type { Diagram, Scene } from "../diagram";
import { type Columns, columnsOf } from "./columns";
import { shorten, wrap } from "./fit";
import { legendOf, samplesOf } from "./legend";
import type { Box, BoxKind, Picture, PlacedText, Swatch } from "./picture";
import { SceneLayout } from "./scene";
import { Sheet } from "./sheet";
import { gap, lineHeight, margin, nameFont, padding, plainFont, titleFont } from "./sizes";

/** From the border of a region to what is inside of it. */
const regionPadding = 14;
const regionHead = 38;

/** Gives everything of a diagram its place. The same diagram always gets the same ones. */
export function layOut(diagram: Diagram): Picture {
  const columns = columnsOf(diagram);
  const right = rightOf(diagram, columns);
  const width = Math.max(560, right + margin);
  const head = headingOf(diagram, width);
  const sheet = new Sheet();
  const bottom = placeScenes(diagram.scenes, sheet, columns, head.bottom, right);
  const notes = notesOf(diagram.notes, bottom + (diagram.scenes.length === 0 ? 0 : gap), width);
  return {
    width,
    height: notes.bottom + margin,
    boxes: [...sheet.boxes].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
    edges: sheet.edges,
    texts: [...head.texts, ...sheet.texts, ...notes.texts],
    swatches: head.swatches,
  };
}

/** What holds others is drawn first. */
const order: readonly BoxKind[] = [
  "region",
  "balancer",
  "listener",
  "zone",
  "clients",
  "rule",
  "group",
  "target",
];

function rightOf({ scenes }: Diagram, columns: Columns): number {
  const zones = Math.max(0, ...scenes.map((scene) => scene.zones.length));
  const last = columns.zone(zones - 1);
  const inner = zones > 0 ? last.x + last.width : columns.groups.x + columns.groups.width;
  return inner + regionPadding;
}

interface Heading {
  readonly texts: readonly PlacedText[];
  readonly swatches: readonly Swatch[];
  readonly bottom: number;
}

function headingOf(diagram: Diagram, width: number): Heading {
  const space = width - 2 * margin;
  const title = shorten(diagram.title, space, titleFont);
  const subtitle = shorten(diagram.subtitle, space, plainFont);
  const legend = legendOf(samplesOf(diagram), margin, margin + 56, width - margin);
  return {
    texts: [
      { text: title, x: margin, y: margin + 18, width: space, font: titleFont, tone: "ink" },
      { text: subtitle, x: margin, y: margin + 40, width: space, font: plainFont, tone: "soft" },
      ...legend.texts,
    ],
    swatches: legend.swatches,
    bottom: legend.bottom + gap,
  };
}

/** Scenes below each other; those of one region in one frame. */
function placeScenes(
  scenes: readonly Scene[],
  sheet: Sheet,
  columns: Columns,
  top: number,
  right: number,
): number {
  const x = (columns.balancer.width > 0 ? columns.balancer.x : columns.groups.x) - regionPadding;
  let y = top;
  let open: { readonly name: string; readonly top: number } | undefined;
  const close = (bottom: number) => {
    if (open)
      sheet.boxes.push(
        regionBox(open.name, { x, y: open.top, width: right - x, height: bottom - open.top }, sheet),
      );
  };
  for (const [at, scene] of scenes.entries()) {
    const name = nameOf(scene);
    if (open?.name !== name) {
      close(y - gap);
      y += at === 0 ? 0 : gap;
      open = { name, top: y };
      y += regionHead;
    }
    y = new SceneLayout(sheet, scene, columns, `s${at}`, y).place() + regionPadding + gap;
  }
  close(y - gap);
  return y - gap;
}

function nameOf({ region, networks }: Scene): string {
  const network = networks.length === 0 ? "" : `, network ${networks.join(", ")}`;
  return `${region === undefined ? "Region not known" : `Region ${region}`}${network}`;
}

function regionBox(name: string, place: Pick<Box, "x" | "y" | "width" | "height">, { boxes }: Sheet): Box {
  const width = place.width - 2 * padding;
  const text: PlacedText = {
    text: shorten(name, width, nameFont),
    x: place.x + padding + 2,
    y: place.y + 21,
    width,
    font: nameFont,
    tone: "soft",
  };
  const id = `region${boxes.filter(({ kind }) => kind === "region").length}`;
  return { id, kind: "region", ...place, whole: name, texts: [text] };
}

function notesOf(notes: readonly string[], top: number, width: number): Omit<Heading, "swatches"> {
  const space = width - 2 * margin;
  const lines = notes.slice(0, 12).flatMap((note) => wrap(note, space, plainFont, 4));
  const more = notes.length > 12 ? [`And ${notes.length - 12} more.`] : [];
  const texts = [...lines, ...more].map(
    (text, at): PlacedText => ({
      text,
      x: margin,
      y: top + gap + (at + 1) * lineHeight,
      width: space,
      font: plainFont,
      tone: "soft",
    }),
  );
  return { texts, bottom: top + (texts.length === 0 ? 0 : gap + texts.length * lineHeight) };
}
