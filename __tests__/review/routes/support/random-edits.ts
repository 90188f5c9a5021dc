import type { RequestFacts } from "../../../../lab/alb";
import type { Action, Condition, Knowable, ListenerRule, QueryPair } from "../../../../lab/topology";
import { RandomRoutes } from "../../../lint/routes/support/random-routes";
import type { Routes } from "./topologies";

const forward = (...weights: readonly (readonly [group: string, weight: number])[]): Action => ({
  kind: "forward",
  groups: weights.map(([group, weight]) => ({ group: { address: group }, weight })),
});
const fixed = (statusCode: number, messageBody?: string): Action => ({
  kind: "fixed-response",
  statusCode,
  ...(messageBody !== undefined && { messageBody }),
});
const redirect = (parts: { readonly port: string; readonly protocol: string }): Action => ({
  kind: "redirect",
  host: "#{host}",
  path: "/#{path}",
  query: "#{query}",
  statusCode: 301,
  ...parts,
});

/** Some of them are the same to clients. */
const answers: readonly (readonly Action[])[] = [
  [forward(["a", 1])],
  [forward(["a", 7])],
  [forward(["b", 1])],
  [forward(["a", 1], ["b", 1])],
  [forward(["b", 50], ["a", 50])],
  [forward(["a", 1], ["b", 3])],
  [forward(["a", 1], ["b", 0])],
  [fixed(404)],
  [fixed(404, "gone")],
  [fixed(200)],
  [redirect({ port: "443", protocol: "HTTPS" })],
  [redirect({ port: "#{port}", protocol: "#{protocol}" })],
  [redirect({ port: "80", protocol: "HTTP" })],
  [{ kind: "authenticate-oidc", onUnauthenticatedRequest: "deny" }, forward(["a", 1])],
];

/** Pairs of rule sets, and requests that are made of the words in them. */
export class RandomEdits {
  readonly #random: RandomRoutes;
  readonly #others: RandomRoutes;

  /** @param unknowns whether some parts of the rules are not known */
  constructor(
    private readonly draw: () => number,
    private readonly unknowns = false,
  ) {
    this.#random = new RandomRoutes(draw, { unknowns });
    this.#others = new RandomRoutes(draw, { few: true });
  }

  /** One of both may be a small edit of the other. */
  pair(): { readonly before: Routes; readonly after: Routes } {
    const before = this.#routes();
    if (this.draw() < 0.5) return { before, after: this.#routes() };
    let after = before;
    for (let count = 1 + Math.floor(this.draw() * 2); count > 0; count--) after = this.#edit(after);
    return this.draw() < 0.5 ? { before, after } : { before: after, after: before };
  }

  /** Half of them meet a rule's own words, or come close. */
  request({ before, after }: { readonly before: Routes; readonly after: Routes }): RequestFacts {
    const request = this.#random.request();
    const rules = [...before.rules, ...after.rules];
    if (this.draw() < 0.4 || rules.length === 0) return request;
    const { conditions } = this.#one(rules);
    const known = "unknown" in conditions ? [] : conditions;
    return known.reduce((made, condition) => this.#meeting(made, condition), request);
  }

  #routes(): Routes {
    const source = this.draw() < 0.7 ? this.#random : this.#others;
    const rules = source.rules(6).map((rule) => ({ ...rule, actions: this.#answer() }));
    return { rules, defaultActions: this.#one(answers) };
  }

  #answer(): ListenerRule["actions"] {
    return this.unknowns && this.draw() < 0.1 ? { unknown: "known after apply" } : this.#one(answers);
  }

  #edit({ rules, defaultActions }: Routes): Routes {
    const at = Math.floor(this.draw() * rules.length);
    const change = (make: (rule: ListenerRule) => ListenerRule) =>
      rules.map((rule, index) => (index === at ? make(rule) : rule));
    const [other] = this.#random.rules(1) as [ListenerRule];
    switch (Math.floor(this.draw() * 6)) {
      case 0:
        return { rules: swapped(rules, at, Math.floor(this.draw() * rules.length)), defaultActions };
      case 1:
        return { rules: change((rule) => ({ ...rule, conditions: other.conditions })), defaultActions };
      case 2:
        return { rules: rules.filter((_, index) => index !== at), defaultActions };
      case 3:
        return { rules: this.#withOne(rules, other), defaultActions };
      case 4:
        return { rules: change((rule) => ({ ...rule, actions: this.#answer() })), defaultActions };
      default:
        return { rules, defaultActions: this.#one(answers) };
    }
  }

  #withOne(rules: readonly ListenerRule[], added: ListenerRule): readonly ListenerRule[] {
    const priority = Math.floor(this.draw() * 8) + 0.5;
    return [
      ...rules,
      { ...added, address: `added.${priority}.${rules.length}`, priority, actions: this.#answer() },
    ];
  }

  #meeting(request: RequestFacts, condition: Condition): RequestFacts {
    if ("unknown" in condition || condition.kind === "other") return request;
    if (condition.kind === "query-string") return { ...request, ...this.#queryMeeting(condition.pairs) };
    const values = "unknown" in condition.values ? [] : condition.values;
    const value = values.length === 0 ? undefined : this.#one(values);
    if (typeof value !== "string" || condition.kind === "source-ip") return request;
    const word = this.#filled(value);
    if (condition.kind === "path-pattern") return word.startsWith("/") ? { ...request, path: word } : request;
    if (condition.kind === "host-header") return { ...request, host: word };
    if (condition.kind === "http-request-method") return { ...request, method: value };
    return { ...request, header: this.#headerMeeting(request, condition.name, word) };
  }

  #queryMeeting(pairs: Knowable<readonly QueryPair[]>): { readonly query?: string } {
    const [pair] = "unknown" in pairs ? [] : pairs;
    if (pair === undefined || typeof pair.value !== "string") return {};
    const key = typeof pair.key === "string" ? pair.key : "k";
    return { query: `${this.#filled(key)}=${this.#filled(pair.value)}` };
  }

  #headerMeeting(request: RequestFacts, name: Knowable<string>, word: string): RequestFacts["header"] {
    return (asked) =>
      typeof name === "string" && asked === name.toLowerCase() ? [word] : request.header(asked);
  }

  #filled(pattern: string): string {
    return pattern
      .replace(/\*/g, () => this.#one(["", "a", "b", "ab"]))
      .replace(/\?/g, () => this.#one(["a", "b"]));
  }

  #one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.draw() * choices.length)] as T;
  }
}

/** Two rules change their priorities. */
function swapped(rules: readonly ListenerRule[], one: number, other: number): readonly ListenerRule[] {
  return rules.map((rule, index) => {
    const from = index === one ? rules[other] : index === other ? rules[one] : rule;
    return { ...rule, priority: from?.priority };
  });
}
