import type { Gap } from "../../doctor";
import { AwsError } from "../aws-error";
import { type Call, calls, permissionOf } from "./calls";
import { codeOf, faultOfAll, isDenied } from "./faults";

/** Names listed in a gap before the rest is counted. */
const MOST_NAMES = 5;

/** What a call about several things at once is about. */
type Subject = string | readonly string[];

/**
 * Makes calls and remembers those that were in vain. A call that is not allowed or fails leaves a gap; what
 * is wrong with all of them, such as credentials, ends the gathering.
 */
export class Ask {
  readonly #failed = new Map<string, { call: Call; why: string; about: Set<string> }>();

  /** @param where what an error says the calls went to, such as `in ap-northeast-2` */
  constructor(
    private readonly where: string,
    private readonly log: (line: string) => void,
  ) {}

  /** The answer; undefined: it leaves a gap. */
  async one<T>(call: Call, about: Subject, run: () => Promise<T>): Promise<T | undefined> {
    const names = typeof about === "string" ? [about] : about;
    this.log(`${permissionOf(call)} ${named(names)}`.trimEnd());
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Error) || error instanceof TypeError || error instanceof AwsError) throw error;
      const fault = faultOfAll(error, this.where);
      if (fault) throw fault;
      this.#remember(call, names, isDenied(error) ? "is not allowed" : `failed: ${codeOf(error)}`);
      return undefined;
    }
  }

  /** What all pages of an answer hold; undefined: it leaves a gap. */
  all<Page, Item>(
    call: Call,
    about: Subject,
    pages: () => AsyncIterable<Page>,
    items: (page: Page) => readonly Item[] | undefined,
  ): Promise<readonly Item[] | undefined> {
    return this.one(call, about, async () => {
      const found: Item[] = [];
      for await (const page of pages()) found.push(...(items(page) ?? []));
      return found;
    });
  }

  /** Why a call was in vain, such as `ec2:DescribeVpcs is not allowed`; undefined: it was not. */
  failureOf(call: Call): string | undefined {
    return [...this.#failed.values()].find((failed) => failed.call === call)?.why;
  }

  /** One for each call and way of failing, in the order in which they came up. */
  gaps(): readonly Gap[] {
    return [...this.#failed.values()].map(({ call, why, about }) => {
      const names = named([...about].sort());
      return { what: names === "" ? calls[call].what : `${calls[call].what}: ${names}`, why };
    });
  }

  #remember(call: Call, names: readonly string[], how: string): void {
    const why = `${permissionOf(call)} ${how}`;
    const failed = this.#failed.get(why) ?? { call, why, about: new Set<string>() };
    for (const name of names) if (name !== "") failed.about.add(name);
    this.#failed.set(why, failed);
  }
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
