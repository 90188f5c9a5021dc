import { member, textOf } from "../json";
import type { RecordedResource } from "./recorded-resource";

/** The region that the ARNs of managed resources name, when they all name the same. */
export function regionOfArns(resources: readonly RecordedResource[]): string | undefined {
  const regions = new Set<string>();
  for (const { mode, values } of resources) {
    if (mode !== "managed") continue;
    const region = textOf(member(values, "arn"))?.split(":")[3];
    if (region) regions.add(region);
  }
  const [only, ...others] = regions;
  return others.length === 0 ? only : undefined;
}
