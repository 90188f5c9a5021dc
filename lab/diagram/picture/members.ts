import { type GroupPart, type RulePart, textOf } from "../diagram";
import type { CardLine } from "./card";
import { mostMembers, smallBold, smallFont } from "./sizes";
import { widthOf } from "./text-width";

/** What a box stands for, a line each, and how many more there are. */
export function memberLines(members: readonly (RulePart | GroupPart)[]): readonly CardLine[] {
  const shown = members.slice(0, mostMembers);
  const more = members.length - shown.length;
  const priorities = shown.map((member) => ("priority" in member ? textOf(member.priority) : ""));
  const column = Math.min(
    60,
    Math.max(0, ...priorities.map((text) => widthOf(text.slice(0, 40), smallBold))) + 1,
  );
  return [
    ...shown.flatMap((member) => ("priority" in member ? ruleLines(member, column) : groupLines(member))),
    ...(more > 0 ? [{ text: `and ${more} more`, font: smallFont, tone: "soft" as const }] : []),
  ];
}

function ruleLines(rule: RulePart, column: number): readonly CardLine[] {
  const does = textOf(rule.action).replace(/^forward to /, "");
  return [
    { text: textOf(rule.priority), font: smallBold, tone: "soft", width: column, height: 15 },
    { text: `${textOf(rule.conditions)} → ${does}`, font: smallFont, indent: column + 10, isBeside: true },
  ];
}

function groupLines({ name }: GroupPart): readonly CardLine[] {
  return [{ text: name, font: smallFont, isName: true, height: 15 }];
}
