import type { RequestFacts } from "../../../../lab/alb";
import type { Condition, ListenerRule } from "../../../../lab/topology";

/** Draws from 0 to below 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rules and requests of few letters, so that they meet often. */
export class RandomRoutes {
  /** @param options `unknowns`: some parts of the rules are not known; `few`: of few conditions, that complete each other */
  constructor(
    readonly draw: () => number,
    readonly options: { readonly unknowns?: boolean; readonly few?: boolean } = {},
  ) {}

  rules(most: number): readonly ListenerRule[] {
    return this.#several(1, most, (index) => ({
      address: `rule.${index}`,
      type: "aws_lb_listener_rule",
      listener: { address: "web" },
      priority: this.#isUnknown() ? this.#one([undefined, unknown, 1]) : index + 1,
      conditions: this.#several(1, 3, () => (this.#isUnknown() ? this.#doubtful() : this.#condition())),
      actions: [],
      ...(this.#isUnknown() && { instances: unknown }),
    }));
  }

  request(): RequestFacts {
    const values = {
      x: this.#several(0, 3, () => this.#word("aB", 2)),
      y: this.#several(0, 1, () => this.#word("ab", 2)),
    };
    return {
      method: this.#one(["GET", "GET", "POST", "get", "PUT"]),
      host: this.#word("aB.", 3),
      path: `/${this.#word("ab/A\u0001", 4)}`,
      query: this.#query(),
      header: (name) => values[name as "x"] ?? [],
      sourceIp: this.#one(["10.0.0.1", "10.1.0.1", "192.0.2.1", "::1", "::ffff:10.1.0.1", "2001:db8::1"]),
      protocol: "http",
      port: 80,
    };
  }

  #condition(): Condition {
    if (this.options.few === true) return this.#one(fewConditions);
    const texts = (letters: string) => this.#several(1, 2, () => this.#word(letters, 4));
    switch (
      this.#one(["path", "path", "path", "host", "host", "method", "source", "header", "header", "query"])
    ) {
      case "path":
        return { kind: "path-pattern", values: texts("ab/*?*").map((value) => `/${value}`) };
      case "host":
        return { kind: "host-header", values: texts("aB.*?*") };
      case "method":
        return {
          kind: "http-request-method",
          values: this.#several(1, 2, () => this.#one(["GET", "POST", "get"])),
        };
      case "source":
        return { kind: "source-ip", values: this.#several(1, 2, () => this.#one(blocks)) };
      case "header":
        return { kind: "http-header", name: this.#one(["X", "x", "Y"]), values: texts("aB*?") };
      default:
        return { kind: "query-string", pairs: this.#several(1, 2, () => this.#pair()) };
    }
  }

  #doubtful(): Condition {
    const values = [unknown, ...this.#several(0, 1, () => this.#one(["/*", "/a*", "*", "a"]))];
    const kind = this.#one(["path-pattern", "host-header", "other", "header", "query"]);
    if (kind === "other") return { kind, name: "new" };
    if (kind === "header") return { kind: "http-header", name: "X", values };
    if (kind === "query")
      return { kind: "query-string", pairs: [{ key: "k", value: unknown }, this.#pair()] };
    return { kind: kind as "path-pattern", values };
  }

  #isUnknown(): boolean {
    return this.options.unknowns === true && this.draw() < 0.15;
  }

  #pair() {
    const value = this.#word("ab*?\\=", 3);
    return this.draw() < 0.4 ? { value } : { key: this.#word("kB*?", 2), value };
  }

  #query(): string {
    const field = () => {
      const key = this.#word("kB", 2);
      return this.draw() < 0.2 ? key : `${key}=${this.#word("aB*?=\u0001", 3)}`;
    };
    return this.#several(0, 3, field).join("&") + (this.draw() < 0.1 ? "#a=a&k=b" : "");
  }

  #word(letters: string, most: number): string {
    return this.#several(0, most, () => this.#one([...letters])).join("");
  }

  #several<T>(least: number, most: number, make: (index: number) => T): T[] {
    const length = least + Math.floor(this.draw() * (most - least + 1));
    return Array.from({ length }, (_, index) => make(index));
  }

  #one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.draw() * choices.length)] as T;
  }
}

const unknown = { unknown: "known after apply" };
const blocks = [
  "10.0.0.0/8",
  "10.1.0.0/17",
  "0.0.0.0/0",
  "::/0",
  "2001:db8::/33",
  "0.0.0.0/1",
  "128.0.0.0/1",
  "nonsense",
];

const fewConditions: readonly Condition[] = [
  { kind: "path-pattern", values: ["/"] },
  { kind: "path-pattern", values: ["/?*"] },
  { kind: "source-ip", values: ["0.0.0.0/1"] },
  { kind: "source-ip", values: ["128.0.0.0/1", "::/0"] },
  { kind: "host-header", values: ["*a*", ""] },
  { kind: "host-header", values: ["?*"] },
];
