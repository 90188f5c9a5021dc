import type { Diagram } from "../diagram";
import { fold } from "../fold/fold";
import { Chart } from "./chart";
import { drawScene } from "./draw-scene";
import { onlyMarked } from "./only-marked";

export interface MermaidOptions {
  /** Characters at most. @default 50000, which is as much as GitHub draws */
  readonly maxCharacters?: number;
}

/** Edges that GitHub draws at most. */
const mostEdges = 500;

/** From everything that is readable to as little as there can be: rows, names listed in a box, what does not change. */
const attempts = [
  { comfortable: 14, most: 30, names: 12, isWhole: true },
  { comfortable: 0, most: 14, names: 6, isWhole: true },
  { comfortable: 0, most: 14, names: 6, isWhole: false },
  { comfortable: 0, most: 0, names: 2, isWhole: false },
] as const;

/**
 * A diagram as a flowchart in Mermaid, as GitHub draws it in a comment. With more than 14 rules and target groups, services
 * of one shape are drawn as one; what is still too much is left out, what does not change first, and that is said.
 */
export function renderMermaid(diagram: Diagram, { maxCharacters = 50_000 }: MermaidOptions = {}): string {
  for (const { names, isWhole, ...limits } of attempts) {
    const kept = isWhole ? diagram : onlyMarked(diagram);
    const chart = chartOf(fold(kept, limits), names);
    const text = chart.render(diagram.title);
    if (text.length <= maxCharacters && chart.edges <= mostEdges) return text;
  }
  const chart = new Chart();
  chart.node(["Too much to draw here", diagram.subtitle]);
  return chart.render(diagram.title);
}

function chartOf({ scenes, notes }: Diagram, names: number): Chart {
  const chart = new Chart();
  for (const scene of scenes) drawScene(chart, scene, names);
  const said = notes.filter((note) => scenes.length === 0 || note.startsWith("Left out"));
  if (said.length > 0) chart.node(said);
  return chart;
}
