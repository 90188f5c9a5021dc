import { escapeXml } from "../clean";
import type { Diagram } from "../diagram";
import { fold } from "../fold/fold";
import { MARKS } from "../mark";
import { layOut } from "../picture/lay-out";
import type { Box, Picture, Swatch } from "../picture/picture";
import { renderEdge } from "./edge";
import { colours, markRules, shapes } from "./style";
import { renderText } from "./text";

/** Above 24 rules and target groups, services of one shape are drawn as one; above 60, also what is marked. */
export const FOLD = { comfortable: 24, most: 60 } as const;

/**
 * A diagram as an SVG image of its own: light or dark as its reader wants it, text as text, no scripts, nothing loaded.
 * With more than 24 rules and target groups, services of one shape are drawn as one and listed.
 */
export function renderSvg(diagram: Diagram): string {
  return renderPicture(layOut(fold(diagram, FOLD)), diagram);
}

export function renderPicture(picture: Picture, { title, subtitle, notes }: Diagram): string {
  const { width, height, boxes, edges, texts, swatches } = picture;
  const frames = boxes.filter(isFrame);
  const cards = boxes.filter((box) => !isFrame(box));
  const body = [
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml([`${subtitle}.`, ...notes].join(" "))}</desc>`,
    `<style>${colours}\n${shapes}\n${markRules(MARKS)}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...frames.map(renderBox),
    ...edges.map(renderEdge),
    ...cards.map(renderBox),
    ...swatches.map(renderSwatch),
    ...texts.map(renderText),
  ];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} class="alb-lab" role="img">\n${body.join("\n")}\n</svg>\n`;
}

/** What holds others lies below the edges. */
function isFrame({ kind }: Box): boolean {
  return ["region", "balancer", "listener", "zone"].includes(kind);
}

function renderBox({ kind, mark, x, y, width, height, whole, texts, pill }: Box): string {
  const classes = [kind, ...(mark ? [mark] : [])].join(" ");
  const round = kind === "region" ? 12 : kind === "balancer" || kind === "zone" ? 10 : 7;
  return [
    "<g>",
    `<title>${whole.split("\n").map(escapeXml).join("\n")}</title>`,
    `<rect class="${classes}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`,
    ...(pill
      ? [
          `<rect class="pill ${pill.mark}" x="${pill.x}" y="${pill.y}" width="${pill.width}" height="${pill.height}" rx="8"/>`,
          renderText(pill.text),
        ]
      : []),
    ...texts.map(renderText),
    "</g>",
  ].join("");
}

function renderSwatch({ sample, x, y, width, height }: Swatch): string {
  if (sample === "open" || sample === "closed" || sample === "unknown")
    return `<path class="line ${sample}" d="M${x} ${y + height / 2}h${width}"/>`;
  return `<rect class="group ${sample}" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
}
