import { hidden, list, type Term } from "../term";

/** Functions that change how a value is seen, not what it is. No other function is worked out. */
export function callFunction(name: string, operands: readonly Term[]): Term {
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) return hidden(`${name}(...) is not evaluated`);
  if (operand.kind === "unknown") return hidden(operand.reason);
  if (name === "toset" && operand.kind === "list") return list(() => withoutRepeats(operand.items()));
  if (name === "tolist" && operand.kind === "list") return operand;
  if (name === "tomap" && operand.kind === "map") return operand;
  return hidden(`${name}(...) is not evaluated`);
}

/** Sets of texts are in the order of the texts. */
function withoutRepeats(items: readonly Term[]): readonly Term[] {
  const texts = new Map<string, Term>();
  for (const item of items) {
    // whether two of them are equal cannot be said then
    if (item.kind !== "scalar") return items;
    texts.set(String(item.value), item);
  }
  return [...texts.keys()].sort().flatMap((text) => texts.get(text) ?? []);
}
