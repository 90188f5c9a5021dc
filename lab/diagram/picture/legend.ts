import type { Diagram, Scene, Way } from "../diagram";
import { describeMark, MARKS, signOf } from "../mark";
import type { PlacedText, Swatch } from "./picture";
import { baseline, plainFont } from "./sizes";
import { widthOf } from "./text-width";

const words: Readonly<Record<Way["verdict"], string>> = {
  open: "open by security groups",
  closed: "closed by security groups",
  unknown: "not known whether open",
};

/** What a legend has to explain: marks that there are, and lines where not all of them are alike. */
export function samplesOf({ scenes }: Diagram): readonly Swatch["sample"][] {
  const marks = new Set(scenes.flatMap(marksIn));
  const ways = new Set(scenes.flatMap(waysIn));
  const isPlain = ways.size === 0 || (ways.size === 1 && ways.has("open"));
  const verdicts = (["open", "closed", "unknown"] as const).filter((verdict) => ways.has(verdict));
  return [...MARKS.filter((mark) => marks.has(mark)), ...(isPlain ? [] : verdicts)];
}

function marksIn({ balancer, groups, zones }: Scene) {
  const listeners = balancer?.listeners ?? [];
  const parts = [
    ...(balancer ? [balancer, ...balancer.labels] : []),
    ...listeners.flatMap((listener) => [listener, ...listener.rules, ...listener.clients.from]),
    ...groups.flatMap((group) => [group, ...group.targets]),
    ...zones.flatMap(({ subnets }) => subnets),
  ];
  const isOpened = listeners.some(({ clients: { way, from } }) => way.was ?? from.some(({ mark }) => mark));
  return [...parts.map(({ mark }) => mark), ...(isOpened ? (["changed"] as const) : [])];
}

function waysIn({ balancer, groups }: Scene): readonly Way["verdict"][] {
  return [
    ...(balancer?.listeners ?? []).map(({ clients }) => clients.way.verdict),
    ...groups.flatMap(({ targets }) => targets.map(({ way }) => way.verdict)),
  ];
}

/** Samples with their words beside each other, in as many rows as they need. */
export function legendOf(samples: readonly Swatch["sample"][], left: number, top: number, right: number) {
  const swatches: Swatch[] = [];
  const texts: PlacedText[] = [];
  let [x, y] = [left, top];
  for (const sample of samples) {
    const text =
      sample in signOf ? describeMark(sample as keyof typeof signOf) : words[sample as Way["verdict"]];
    const width = widthOf(text, plainFont);
    if (x > left && x + 30 + width > right) [x, y] = [left, y + 22];
    swatches.push({ sample, x, y, width: 22, height: 14 });
    texts.push({ text, x: x + 30, y: y + 7 + baseline, width, font: plainFont, tone: "ink" });
    x += 30 + width + 20;
  }
  return { swatches, texts, bottom: samples.length === 0 ? top : y + 22 };
}
