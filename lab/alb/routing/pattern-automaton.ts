import { emptySet, add as put, type RuleSet } from "./rule-set";
import { any, type TextPattern } from "./text-pattern";

const star = -2;
const end = -3;
const ascii = 128;

/** Steps that are remembered; texts that would need more are left to whoever compares patterns one by one. */
const mostSteps = 20_000;

/** How far each pattern has come with the text so far. */
interface State {
  readonly places: readonly number[];
  /** By character code, those of ASCII and all others. */
  readonly next: (State | undefined)[];
  readonly nextBeyond: Map<number, State>;
  /** Rules of the patterns that match if the text ends here. */
  readonly rules: RuleSet;
}

/**
 * Tells in one walk over a text which rules have a pattern that matches it, however many patterns there are. It is built
 * while it is used: a step that was taken once is a look into a table.
 */
export class PatternAutomaton {
  /** What each place of each pattern asks for, one pattern behind the other. */
  readonly #tokens: number[] = [];
  readonly #ruleAtEnd = new Map<number, number>();
  readonly #states = new Map<string, State>();
  readonly #size: number;
  readonly #start: State;
  #steps = 0;

  /** @param size number of rules */
  constructor(patterns: readonly { readonly pattern: TextPattern; readonly rule: number }[], size: number) {
    this.#size = size;
    const starts = patterns.map(({ pattern, rule }) => {
      const from = this.#tokens.length;
      for (const [index, { codes }] of pattern.pieces.entries())
        this.#tokens.push(...(index > 0 ? [star] : []), ...codes);
      this.#ruleAtEnd.set(this.#tokens.length, rule);
      this.#tokens.push(end);
      return from;
    });
    const places = new Set<number>();
    for (const from of starts) this.#reach(places, from);
    this.#start = this.#stateAt(places);
  }

  /** Rules with a pattern that matches the whole text; undefined: nobody can say without comparing. */
  match(text: string): RuleSet | undefined {
    let state = this.#start;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const known = code < ascii ? state.next[code] : state.nextBeyond.get(code);
      const next = known ?? this.#step(state, code);
      if (next === undefined) return undefined;
      state = next;
    }
    return state.rules;
  }

  #step(state: State, code: number): State | undefined {
    if (this.#steps === mostSteps) return undefined;
    this.#steps += 1;
    const places = new Set<number>();
    for (const place of state.places) {
      const token = this.#tokens[place];
      if (token === star) this.#reach(places, place);
      else if (token === any || token === code) this.#reach(places, place + 1);
    }
    const next = this.#stateAt(places);
    if (code < ascii) state.next[code] = next;
    else state.nextBeyond.set(code, next);
    return next;
  }

  /** Behind a star too, which may stand for nothing. */
  #reach(places: Set<number>, place: number): void {
    for (let at = place; !places.has(at); at++) {
      places.add(at);
      if (this.#tokens[at] !== star) return;
    }
  }

  #stateAt(reached: ReadonlySet<number>): State {
    const places = [...reached].sort((one, other) => one - other);
    const key = places.join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const rules = emptySet(this.#size);
    for (const place of places) {
      const rule = this.#ruleAtEnd.get(place);
      if (rule !== undefined) put(rules, rule);
    }
    const next = new Array<State | undefined>(ascii).fill(undefined);
    const state = { places, next, nextBeyond: new Map<number, State>(), rules };
    this.#states.set(key, state);
    return state;
  }
}
