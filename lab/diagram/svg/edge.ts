import type { Edge, Point } from "../picture/picture";

export function renderEdge({ start, steps, verdict, mark }: Edge): string {
  const look = [...(verdict === "open" ? [] : [verdict]), ...(mark ? [mark] : [])].join(" ");
  const classes = (name: string) => (look === "" ? name : `${name} ${look}`);
  const last = steps.at(-1) ?? start;
  const tip = `M${last.x} ${last.y}l-7 -3.5v7z`;
  const path = steps
    .map((step) => (step.by ? `C${[...step.by, step].map(pair).join(" ")}` : `L${pair(step)}`))
    .join("");
  return `<path class="${classes("line")}" d="M${pair(start)}${path}"/><path class="${classes("tip")}" d="${tip}"/>`;
}

function pair({ x, y }: Point): string {
  return `${x} ${y}`;
}
