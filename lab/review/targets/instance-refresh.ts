import {
  type AutoScalingGroup,
  type Block,
  isUnknown,
  type Resource,
  type ResourceChange,
  type Shown,
} from "../../topology";
import type { Comparison } from "../comparison";

/** How an auto scaling group comes to another launch template, and what becomes of its instances. */
export interface TemplateChange {
  /** What of the template is another afterwards, such as `image_id`. */
  readonly what: readonly string[];
  /** `started`: instances are replaced step by step. */
  readonly refresh: "started" | "not-asked-for" | "never-started";
  /** Such as `$Latest`; absent where it follows the template by reference, or there is none. */
  readonly version?: string;
}

const SPECIFICATION = ["mixed_instances_policy", "launch_template", "launch_template_specification"];
const LAUNCH = /^(?:launch_template|launch_configuration|mixed_instances_policy)\b/;

/** Arguments of a template that say nothing about what its instances are or do. */
const ASIDE =
  /^(?:id|arn|name|name_prefix|description|latest_version|default_version|update_default_version|tags|tags_all|tag_specifications|timeouts)\b/;

/** Undefined: instances that start afterwards are as those before, as far as anybody can say. */
export function templateChange(comparison: Comparison, group: AutoScalingGroup): TemplateChange | undefined {
  const { before, after } = comparison.resource(group.address);
  if (before === undefined || after === undefined) return undefined;
  const template = templateOf(comparison, after);
  const own = launchDifferences(comparison.changeOf(group));
  const what = [...new Set([...changedIn(template?.change), ...(template?.change ? [] : own)])];
  if (what.length === 0) return undefined;
  const version = template?.version;
  const isPinned = version !== undefined && !own.some((path) => path.endsWith("version"));
  const asks = hasRefresh(after);
  const refresh = !asks ? "not-asked-for" : isPinned ? "never-started" : "started";
  return { what, refresh, ...(version !== undefined && { version }) };
}

/** Percentage of instances that a refresh leaves healthy, 90 where none is said; undefined: nobody can say. */
export function leastHealthy(group: Resource): number | undefined {
  const [block] = blocksIn(group, "instance_refresh");
  const value = block?.value("preferences", "min_healthy_percentage") ?? 90;
  return isUnknown(value) || Number.isNaN(Number(value)) ? undefined : Number(value);
}

function hasRefresh(group: Resource): boolean {
  return blocksIn(group, "instance_refresh").length > 0;
}

function blocksIn(block: Block, ...path: readonly string[]): readonly Block[] {
  const blocks = block.blocks(...path);
  return isUnknown(blocks) ? [] : blocks;
}

interface Template {
  readonly change?: ResourceChange;
  /** A version that is written, a number or a word; absent: a reference to the latest, or the template has none. */
  readonly version?: string;
}

function templateOf(comparison: Comparison, group: Resource): Template | undefined {
  const [block] = [["launch_template"], SPECIFICATION].flatMap((path) => blocksIn(group, ...path));
  const link = block === undefined ? group.link("launch_configuration") : linkOf(block);
  if (link === undefined || !("address" in link)) return undefined;
  const change = comparison.changeOf(link);
  const version = block?.value("version") ?? (block && "$Default");
  const isWritten = typeof version === "string" && /^(?:\$Latest|\$Default|\d+)$/.test(version);
  return { ...(change && { change }), ...(isWritten && { version }) };
}

function linkOf(block: Block) {
  return ["id", "launch_template_id", "name", "launch_template_name"]
    .map((name) => block.link(name))
    .find((link) => link !== undefined);
}

function launchDifferences(change: ResourceChange | undefined): readonly string[] {
  if (change === undefined || change.kind === "create") return [];
  return change.differences
    .filter(({ path, before, after }) => LAUNCH.test(path) && !isNothing(before, after))
    .map(({ path }) => path);
}

function changedIn(change: ResourceChange | undefined): readonly string[] {
  if (change === undefined || !["update", "replace"].includes(change.kind)) return [];
  return change.differences
    .filter(({ before, after }) => after.kind !== "unknown" && !isNothing(before, after))
    .map(({ path }) => path.replace(/[.[].*$/, ""))
    .filter((name) => !ASIDE.test(name));
}

/** Absent, null, empty and an empty list say the same. */
function isNothing(...all: readonly Shown[]): boolean {
  return all.every((shown) => {
    if (shown.kind === "not-set") return true;
    if (shown.kind !== "value") return false;
    return shown.value === null || shown.value === "" || JSON.stringify(shown.value) === "[]";
  });
}
