import type { Mark } from "../mark";
import { escapeLabel, labelOf } from "./label";

/** Writes a flowchart line by line; ids are its own, so that no name becomes part of the syntax. */
export class Chart {
  readonly #lines: string[] = [];
  readonly #links: string[] = [];
  readonly #marked = new Map<Mark, string[]>();
  #depth = 1;
  #count = 0;

  get edges(): number {
    return this.#links.length;
  }

  node(lines: readonly string[], mark?: Mark): string {
    const id = this.#id();
    this.#write(`${id}${labelOf(lines, mark)}`);
    if (mark) this.#marked.set(mark, [...(this.#marked.get(mark) ?? []), id]);
    return id;
  }

  /** Its title is one line: Mermaid leaves no room for a second one. */
  frame(title: string, draw: () => void, mark?: Mark): void {
    const id = this.#id();
    this.#write(`subgraph ${id} ${labelOf([title])}`);
    if (mark) this.#marked.set(mark, [...(this.#marked.get(mark) ?? []), id]);
    this.#depth++;
    draw();
    this.#depth--;
    this.#write("end");
  }

  link(from: string, to: string, verdict: "open" | "closed" | "unknown" = "open"): void {
    const arrow = { open: "-->", closed: '-. "closed" .->', unknown: '-. "not known" .->' }[verdict];
    this.#links.push(`  ${from} ${arrow} ${to}`);
  }

  render(title: string): string {
    const classes = [...this.#marked].map(([mark, ids]) => `  class ${ids.join(",")} ${mark}`);
    return [
      "flowchart LR",
      `  accTitle: ${escapeLabel(title).replaceAll(/#\d+;/g, " ")}`,
      ...this.#lines,
      ...this.#links,
      ...(classes.length > 0 ? colours : []),
      ...classes,
      "",
    ].join("\n");
  }

  #id(): string {
    return `n${this.#count++}`;
  }

  #write(line: string): void {
    this.#lines.push(`${"  ".repeat(this.#depth)}${line}`);
  }
}

/** Ground and text are both set, so that they read on a light and on a dark page. */
const colours = [
  "  classDef added fill:#dafbe1,stroke:#1a7f37,color:#0b3d1a",
  "  classDef changed fill:#fff3d1,stroke:#9a6700,color:#4d3300",
  "  classDef replaced fill:#f0e7ff,stroke:#6e40c9,color:#341a66",
  "  classDef destroyed fill:#ffe5e3,stroke:#cf222e,color:#67060c,stroke-dasharray:5 3",
  "  classDef forgotten fill:#e3effb,stroke:#0b5cab,color:#062d54,stroke-dasharray:2 3",
];
