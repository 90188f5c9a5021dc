import type { Way } from "../diagram";
import type { Mark } from "../mark";
import { type CardOf, placeCard } from "./card";
import type { Column } from "./columns";
import type { Box, Edge, PlacedText } from "./picture";

/** What has been placed so far. */
export class Sheet {
  readonly boxes: Box[] = [];
  readonly edges: Edge[] = [];
  readonly texts: PlacedText[] = [];

  place(card: Omit<CardOf, "id">, id: string, { x, width }: Column, y: number): Box {
    const box = placeCard({ ...card, id }, x, y, width);
    this.boxes.push(box);
    return box;
  }

  /** Makes a box as high as what has been placed inside of it, and returns where it ends. */
  stretch({ id }: Box, bottom: number): number {
    const at = this.boxes.findIndex((box) => box.id === id);
    const box = this.boxes[at] as Box;
    const height = Math.max(box.height, bottom - box.y);
    this.boxes[at] = { ...box, height };
    return box.y + height;
  }

  connect(
    from: Box,
    to: Box,
    way: Pick<Edge, "start" | "steps">,
    how: Pick<Way, "verdict">,
    mark?: Mark,
  ): void {
    this.edges.push({ from: from.id, to: to.id, ...way, verdict: how.verdict, ...(mark && { mark }) });
  }
}
