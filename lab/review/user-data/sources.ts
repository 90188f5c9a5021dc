import { declaredUserData, isUnknown, type Resource } from "../../topology";
import type { Comparison } from "../comparison";

const SOURCES = [
  "aws_instance",
  "aws_spot_instance_request",
  "aws_launch_template",
  "aws_launch_configuration",
] as const;

/** Where servers have their user data from: from themselves, or from launch templates, which are known by their text. */
export class UserDataSources {
  #sensitive: ReadonlySet<string> | undefined;
  #changed: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly comparison: Comparison) {}

  /** Whether Terraform calls a server's user data sensitive, at whatever resource declares it. */
  isSensitive(server: string, texts: readonly (string | undefined)[]): boolean {
    const { before, after } = this.comparison.resource(server);
    if ([before, after].some((resource) => resource !== undefined && isMarked(resource))) return true;
    this.#sensitive ??= this.#sensitiveTexts();
    const sensitive = this.#sensitive;
    return texts.some((text) => text !== undefined && sensitive.has(text));
  }

  /** Addresses of the resources that declare a server's user data, of those that change. */
  of(before: string | undefined, after: string | undefined): readonly string[] {
    this.#changed ??= this.#changedSources();
    return this.#changed.get(keyOf(before, after)) ?? [];
  }

  #sensitiveTexts(): ReadonlySet<string> {
    const { before, after } = this.comparison;
    const marked = [before, after].flatMap((side) => side.resources(...SOURCES).filter(isMarked));
    return new Set(marked.map(textOf).filter((text) => text !== undefined));
  }

  #changedSources(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { address } of this.comparison.changesTo(["update", "replace"], ...SOURCES)) {
      const { before, after } = this.comparison.resource(address);
      const key = keyOf(textOf(before), textOf(after));
      const known = found.get(key);
      if (known === undefined) found.set(key, [address]);
      else known.push(address);
    }
    return found;
  }
}

function isMarked(resource: Resource): boolean {
  return resource.isSensitive("user_data") || resource.isSensitive("user_data_base64");
}

function textOf(resource: Resource | undefined): string | undefined {
  const content = resource && declaredUserData(resource)?.content();
  return content === undefined || isUnknown(content) ? undefined : content.text;
}

function keyOf(before: string | undefined, after: string | undefined): string {
  return JSON.stringify([before ?? null, after ?? null]);
}
