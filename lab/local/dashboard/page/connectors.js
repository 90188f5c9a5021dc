// @ts-check
import { byId } from "./dom.js";

/** @typedef {import("./edges.js").Edge} Edge */

const svg = byId("lines", SVGSVGElement);
const topology = byId("topology", HTMLElement);
/** @type {Map<string, SVGPathElement>} */
const paths = new Map();
/** @type {readonly Edge[]} */
let edges = [];
/** Share of the last requests, 0-1, by edge. @type {ReadonlyMap<string, number>} */
let shares = new Map();
let isDue = false;

/** @param {readonly Edge[]} wanted */
export function showEdges(wanted) {
  edges = wanted;
  drawSoon();
}

/** Thickness of each line. @param {ReadonlyMap<string, number>} wanted */
export function showShares(wanted) {
  shares = wanted;
  drawSoon();
}

/** Course of a line, as in the attribute `d`; undefined when it is not drawn. @param {string} id */
export function courseOf(id) {
  return paths.get(id)?.getAttribute("d") ?? undefined;
}

/** Positions are known once the browser has laid out what changed. */
function drawSoon() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    draw();
  });
}

function draw() {
  /** @type {Map<string, Element>} */
  const nodes = new Map();
  for (const node of topology.querySelectorAll("[data-node]"))
    nodes.set(node.getAttribute("data-node") ?? "", node);
  const origin = topology.getBoundingClientRect();
  const drawn = new Set();
  for (const edge of edges) {
    const from = nodes.get(edge.from)?.getBoundingClientRect();
    const to = nodes.get(edge.to)?.getBoundingClientRect();
    if (!from || !to || to.left < from.right) continue;
    drawn.add(edge.id);
    drawEdge(edge, course(from, to, origin));
  }
  for (const [id, path] of paths) {
    if (drawn.has(id)) continue;
    path.remove();
    paths.delete(id);
  }
}

/** @param {Edge} edge @param {string} d */
function drawEdge({ id, usable }, d) {
  const path = paths.get(id) ?? document.createElementNS("http://www.w3.org/2000/svg", "path");
  if (!path.isConnected) svg.append(path);
  paths.set(id, path);
  const share = shares.get(id) ?? 0;
  if (path.getAttribute("d") !== d) path.setAttribute("d", d);
  path.dataset.usable = String(usable);
  path.dataset.active = String(share > 0);
  path.style.strokeWidth = `${(1.5 + 4 * share).toFixed(1)}px`;
}

/** From the right edge of one box to the left edge of another. @param {DOMRect} from @param {DOMRect} to @param {DOMRect} origin */
function course(from, to, origin) {
  const [x1, y1] = [from.right - origin.left, from.top + from.height / 2 - origin.top];
  const [x2, y2] = [to.left - origin.left, to.top + to.height / 2 - origin.top];
  const bend = (x2 - x1) / 2;
  const [a, b, c, d, e] = [x1, y1, x1 + bend, x2 - bend, x2].map((value) => value.toFixed(1));
  return `M${a} ${b}C${c} ${b} ${d} ${y2.toFixed(1)} ${e} ${y2.toFixed(1)}`;
}

new ResizeObserver(drawSoon).observe(topology);
