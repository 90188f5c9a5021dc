import type { Diagram } from "../diagram";
export interface MermaidOptions {
  readonly maxCharacters?: number;
}
export function renderMermaid(_d: Diagram, _o: MermaidOptions = {}): string {
  return "";
}
