export { type DiagramOptions, diagramOf } from "./build/diagram-of";
export type { Diagram } from "./diagram";
export { renderHtml } from "./html/render-html";
export { type Mark, marksOf } from "./mark";
export { type MermaidOptions, renderMermaid } from "./mermaid/render-mermaid";
export { renderSvg } from "./svg/render-svg";
