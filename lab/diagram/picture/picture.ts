import type { Way } from "../diagram";
import type { Mark } from "../mark";
import type { Font } from "./text-width";

/** A diagram with places, in pixels from the top left corner. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** What holds others comes before them. */
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  /** Texts outside of boxes: title, legend, notes. */
  readonly texts: readonly PlacedText[];
  readonly swatches: readonly Swatch[];
}

export type BoxKind = "region" | "balancer" | "listener" | "rule" | "group" | "zone" | "target" | "clients";

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Box extends Place {
  readonly id: string;
  readonly kind: BoxKind;
  readonly mark?: Mark;
  /** All of what it stands for, nothing shortened. */
  readonly whole: string;
  readonly texts: readonly PlacedText[];
  readonly pill?: Pill;
}

export type Tone = "ink" | "soft" | "bad" | Mark;

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** It takes no more than this. */
  readonly width: number;
  readonly font: Font;
  readonly tone: Tone;
}

/** A mark in words, in the corner of its box. */
export interface Pill extends Place {
  readonly mark: Mark;
  readonly text: PlacedText;
}

/** A sample in the legend. */
export interface Swatch extends Place {
  readonly sample: Mark | Way["verdict"];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line from one box to another: straight steps, and curves with their two control points. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly start: Point;
  readonly steps: readonly (Point & { readonly by?: readonly [Point, Point] })[];
  readonly verdict: Way["verdict"];
  readonly mark?: Mark;
}
