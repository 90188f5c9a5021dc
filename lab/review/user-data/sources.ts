import { declaredUserData, isUnknown, type Resource } from "../../topology";
import type { Comparison } from "../comparison";

/** What servers are launched from, which is known by its text. */
const LAUNCHES = ["aws_launch_template", "aws_launch_configuration"] as const;
const SOURCES = ["aws_instance", "aws_spot_instance_request", ...LAUNCHES] as const;

/** Where servers have their user data from: from themselves, or from what they are launched from. */
export class UserDataSources {
  #sensitive: ReadonlySet<string> | undefined;
  #changed: readonly ChangedLaunch[] | undefined;

  constructor(private readonly comparison: Comparison) {}

  /** Whether Terraform calls a server's user data sensitive, at whatever resource declares it. */
  isSensitive(server: string, texts: readonly (string | undefined)[]): boolean {
    const { before, after } = this.comparison.resource(server);
    if ([before, after].some((resource) => resource !== undefined && isMarked(resource))) return true;
    this.#sensitive ??= this.#sensitiveTexts();
    const sensitive = this.#sensitive;
    return texts.some((text) => text !== undefined && sensitive.has(text));
  }

  /** Addresses of the launch templates and launch configurations that change from one text to another. */
  of(before: string | undefined, after: string | undefined): readonly string[] {
    this.#changed ??= this.#changedLaunches();
    return this.#changed
      .filter((one) => one.before === before && one.after === after)
      .map(({ address }) => address);
  }

  #sensitiveTexts(): ReadonlySet<string> {
    const { before, after } = this.comparison;
    const marked = [before, after].flatMap((side) => side.resources(...SOURCES).filter(isMarked));
    return new Set(marked.map(textOf).filter((text) => text !== undefined));
  }

  #changedLaunches(): readonly ChangedLaunch[] {
    return this.comparison.changesTo(["update", "replace"], ...LAUNCHES).map(({ address }) => {
      const { before, after } = this.comparison.resource(address);
      return { address, before: textOf(before), after: textOf(after) };
    });
  }
}

interface ChangedLaunch {
  readonly address: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function isMarked(resource: Resource): boolean {
  return resource.isSensitive("user_data") || resource.isSensitive("user_data_base64");
}

function textOf(resource: Resource | undefined): string | undefined {
  const content = resource && declaredUserData(resource)?.content();
  return content === undefined || isUnknown(content) ? undefined : content.text;
}
