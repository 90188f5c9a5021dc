import {
  type BalancerPart,
  type Clients,
  type Fact,
  type GroupPart,
  type ListenerPart,
  type RulePart,
  type TargetPart,
  textOf,
  type Way,
  type ZonePart,
} from "../diagram";
import { isLeaving, type Mark, signOf } from "../mark";
import { type CardLine, type CardOf, nameLine } from "./card";
import { memberLines } from "./members";
import { nameFont, plainFont, smallBold, smallFont } from "./sizes";
import { type Font, widthOf } from "./text-width";

type Card = Omit<CardOf, "id">;

function factLines(facts: readonly Fact[], lines = 2): readonly CardLine[] {
  return facts.map((fact) => ({ text: textOf(fact), font: plainFont, tone: "soft" as const, lines }));
}

/** Items of a list, a line each with its sign; how many more there are, where there are many. */
function listLines(
  items: readonly { readonly text: string; readonly mark?: Mark }[],
  most: number,
  font: Font,
  lines = 1,
): readonly CardLine[] {
  const more = items.length - most;
  return [
    ...items.slice(0, most).map(({ text, mark }) => ({
      text: mark ? `${signOf[mark]} ${text}` : text,
      font,
      tone: mark ?? ("soft" as const),
      lines,
      isName: lines === 1,
    })),
    ...(more > 0 ? [{ text: `and ${more} more`, font, tone: "soft" as const }] : []),
  ];
}

function wholeOf(...parts: readonly (string | readonly (string | undefined)[])[]): string {
  return parts
    .flat()
    .filter((text) => text !== undefined && text !== "")
    .join("\n");
}

function marked(mark: Mark | undefined): { readonly mark?: Mark } {
  return mark === undefined ? {} : { mark };
}

export function balancerCard({ kind, name, facts, labels, mark, addresses }: BalancerPart): Card {
  const lines = [
    nameLine(name),
    { text: kind, font: smallFont, tone: "soft" as const },
    ...factLines(facts),
    ...listLines(labels, 6, plainFont),
  ];
  return {
    kind: "balancer",
    lines,
    whole: wholeOf(
      kind,
      name,
      facts.map(textOf),
      labels.map(({ text }) => text),
      addresses,
    ),
    ...marked(mark),
  };
}

export function listenerCard({ name, facts, mark, addresses, clients }: ListenerPart): Card {
  const lines = [{ ...nameLine(textOf(name)), isName: false }, ...factLines(facts)];
  return {
    kind: "listener",
    lines,
    whole: wholeOf(
      `Listener ${textOf(name)}`,
      facts.map(textOf),
      describeWay(clients.way, "clients"),
      addresses,
    ),
    ...marked(mark),
  };
}

/** Pixels for the priorities of a listener's rules, which stand below each other. */
export function priorityWidth(rules: readonly RulePart[]): number {
  return Math.min(
    96,
    Math.max(0, ...rules.map(({ priority }) => widthOf(textOf(priority).slice(0, 40), smallBold))) + 1,
  );
}

export function ruleCard(rule: RulePart, column: number): Card {
  const { priority, conditions, action, mark, addresses, members } = rule;
  const indent = column + 10;
  const lines: readonly CardLine[] = [
    { text: textOf(priority), font: smallBold, tone: "soft", width: column },
    { text: textOf(conditions), font: plainFont, indent, lines: 3, isBeside: true },
    { text: `→ ${textOf(action)}`, font: plainFont, tone: "soft", indent, lines: 2 },
    ...memberLines(members ?? []),
  ];
  const whole = wholeOf(
    `Rule ${textOf(priority)}`,
    textOf(conditions),
    textOf(action),
    addresses.slice(0, 20),
  );
  return { kind: "rule", lines, whole, ...marked(mark) };
}

/** @param isListed true: rules name the members already */
export function groupCard(
  { name, facts, mark, addresses, members = [] }: GroupPart,
  isListed: boolean,
): Card {
  const names = isListed ? [] : memberLines(members);
  return {
    kind: "group",
    lines: [nameLine(name), ...factLines(facts), ...names],
    whole: wholeOf(`Target group ${name}`, facts.map(textOf), addresses.slice(0, 20)),
    ...marked(mark),
  };
}

export function targetCard({ name, facts, way, mark, addresses }: TargetPart): Card {
  const port = facts.map(textOf).join(", ");
  const lines = [
    nameLine(name),
    ...(port === "" ? [] : [{ text: port, font: plainFont, tone: "soft" as const, lines: 2 }]),
    ...wayLines(way),
  ];
  return {
    kind: "target",
    lines,
    whole: wholeOf(name, port, describeWay(way, "load balancer"), addresses.slice(0, 20)),
    ...marked(mark),
  };
}

/** What is not plainly open is said in words. */
function wayLines(way: Way): readonly CardLine[] {
  const was = way.was === undefined ? "" : ` (was ${way.was})`;
  if (way.verdict === "closed")
    return [{ text: `✕ closed${was}: ${way.why ?? ""}`, font: plainFont, tone: "bad", lines: 3 }];
  if (way.verdict === "unknown")
    return [{ text: `open or not is not known${was}`, font: smallFont, tone: "soft", lines: 2 }];
  return was === "" ? [] : [{ text: `open${was}`, font: plainFont, tone: "soft" }];
}

function describeWay({ verdict, why, was }: Way, whom: string): string {
  const text = `Security groups for ${whom}: ${verdict}${why === undefined ? "" : `, ${why}`}`;
  return was === undefined ? text : `${text} (was ${was})`;
}

export function clientsCard({ way, from }: Clients): Card {
  const isAnybody = from.some(
    ({ text, mark }) =>
      !isLeaving(mark) && /^(0\.0\.0\.0\/0|::\/0|anybody, without security groups)$/.test(text),
  );
  const name = way.verdict === "closed" ? "Nobody" : isAnybody ? "Anybody" : "Clients";
  const lines: readonly CardLine[] = [nameLine(name), ...listLines(from, 6, plainFont, 2), ...wayLines(way)];
  const isChanged = way.was !== undefined || from.some(({ mark }) => mark !== undefined);
  const whole = wholeOf(
    "Clients",
    from.map(({ text }) => text),
    describeWay(way, "clients"),
  );
  return { kind: "clients", lines, whole, ...(isChanged && { mark: "changed" as const }) };
}

/** The head of a zone, above its targets. */
export function zoneCard({ name, subnets }: ZonePart): Card {
  const lines: readonly CardLine[] = [
    { text: name, font: nameFont, isName: true },
    ...listLines(subnets, 4, smallFont),
  ];
  return {
    kind: "zone",
    lines,
    whole: wholeOf(
      `Zone ${name}`,
      subnets.map(({ text }) => text),
    ),
  };
}
