import { DFA, NFA, TooManyNodesError } from "refa";
import { LAST_CODE, type Language, NOWHERE, withDistances } from "./language";
import type { Words } from "./words";

/** A row of question marks behind a star takes a state for each way to read it. */
export const MOST_STATES = 1_000;

/** All the words of a list. Undefined: the automaton would be too large. */
export function buildLanguage(alternatives: readonly Words[]): Omit<Language, "id"> | undefined {
  try {
    const options = { maxCharacter: LAST_CODE };
    const nfa = NFA.fromRegex({ type: "Expression", alternatives: [...alternatives] }, options);
    const dfa = DFA.fromFA(nfa, new DFA.LimitedNodeFactory(MOST_STATES));
    dfa.minimize();
    return tablesOf(dfa);
  } catch (error) {
    if (error instanceof TooManyNodesError) return undefined;
    throw error;
  }
}

function tablesOf(dfa: DFA): Omit<Language, "id"> {
  const nodes = [...dfa.nodes()];
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const states = nodes.map((node, number) => {
    const { ends, targets } = stretchesOf(node, numbers);
    const acceptsAll = dfa.finals.has(node) && targets.every((target) => target === number);
    return { ends, targets, acceptsAll };
  });
  return withDistances(numbers.get(dfa.initial) as number, states, (at) =>
    dfa.finals.has(nodes[at] as DFA.Node),
  );
}

function stretchesOf({ out }: DFA.Node, numbers: ReadonlyMap<DFA.Node, number>) {
  const ends: number[] = [];
  const targets: number[] = [];
  const put = (end: number, target: number) => {
    if (targets.length > 0 && targets.at(-1) === target) ends.pop();
    else targets.push(target);
    ends.push(end);
  };
  for (const [{ min, max }, to] of out) {
    if (min > (ends.at(-1) ?? -1) + 1) put(min - 1, NOWHERE);
    put(max, numbers.get(to) as number);
  }
  if (ends.at(-1) !== LAST_CODE) put(LAST_CODE, NOWHERE);
  return { ends, targets };
}
