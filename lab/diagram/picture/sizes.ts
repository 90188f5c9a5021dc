import type { Font } from "./text-width";

/** Pixels, and fonts, of everything that is drawn. */
export const titleFont: Font = { size: 20, weight: "bold" };
export const nameFont: Font = { size: 13, weight: "bold" };
export const plainFont: Font = { size: 12, weight: "regular" };
export const smallFont: Font = { size: 11, weight: "regular" };
export const smallBold: Font = { size: 11, weight: "bold" };

/** From the edge of the picture to what is in it. */
export const margin = 24;
/** From the border of a box to its text. */
export const padding = 12;
/** From the top of a box to the middle of its first line, where edges begin and end. */
export const port = 19;
/** Between boxes above each other. */
export const gap = 10;
/** From one line of text to the next. */
export const lineHeight = 17;
/** From the middle of a line to its baseline. */
export const baseline = 4;
/** From the line that leads to targets down to the first of them. */
export const drop = 15;
/** From the left side of a zone to its targets: the line goes down there. */
export const spine = 26;

/** Columns are as wide as their texts want, within these bounds. */
export const columnWidths = {
  clients: [120, 190],
  rules: [230, 400],
  groups: [150, 260],
  zone: [150, 260],
} as const;

/** Between columns, where the edges are. */
export const gutters = { clients: 56, rules: 88, groups: 44, zones: 12 } as const;

/** Members that a box lists which stands for several. */
export const mostMembers = 100;
