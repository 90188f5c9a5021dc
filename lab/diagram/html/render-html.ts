import type { Diagram } from "../diagram";
export function renderHtml(_d: Diagram): string {
  return "";
}
