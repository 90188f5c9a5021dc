import type { Move } from "../environments";

/** What differs between the addresses that were accepted and those of today's synth. */
export interface AddressDifference {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Gone addresses that may be renames, and moves that cannot work: one line each. */
  readonly problems: readonly string[];
}

/**
 * Compares the accepted resource addresses of an environment with today's. A gone address is fine when a
 * recorded move leads from it to an address of today. It is a problem when another of its type has appeared:
 * that looks like a rename, and Terraform would destroy the one and create the other.
 */
export function compareAddresses(
  environment: string,
  accepted: readonly string[],
  today: readonly string[],
  moves: readonly Move[],
): AddressDifference {
  const added = today.filter((address) => !accepted.includes(address));
  const gone = accepted.filter((address) => !today.includes(address));
  const unmoved = gone.filter((address) => !today.includes(destination(address, moves)));
  const arrivals = new Set(moves.map(({ to }) => to));
  const renames = unmoved.flatMap((address) => {
    const candidates = added.filter((other) => typeOf(other) === typeOf(address) && !arrivals.has(other));
    return candidates.length === 0 ? [] : [renameProblem(environment, address, candidates)];
  });
  return { added, gone, problems: [...renames, ...moveProblems(environment, today, moves)] };
}

/** Where an address ends after all recorded moves; itself when none starts there. */
function destination(address: string, moves: readonly Move[]): string {
  return moves.reduce((at, { from, to }) => (from === at ? to : at), address);
}

function moveProblems(environment: string, today: readonly string[], moves: readonly Move[]): string[] {
  return moves.flatMap(({ from, to }) => {
    const move = `environments/moves.ts: ${from} -> ${to}`;
    if (typeOf(from) !== typeOf(to)) return [`${move}: a move must keep the type; correct it`];
    if (today.includes(from) && today.includes(to)) {
      return [`${move}: the old address is still in ${environment}; remove the move or finish the rename`];
    }
    return [];
  });
}

function renameProblem(environment: string, address: string, candidates: readonly string[]): string {
  const [first = ""] = candidates;
  const others = candidates.length > 1 ? ` (or to ${candidates.slice(1).join(", ")})` : "";
  return (
    `${environment}: ${address} is gone and ${candidates.join(", ")} appeared without a recorded move; ` +
    `if it was renamed, add { from: "${address}", to: "${first}" }${others} to environments/moves.ts; ` +
    "if it really is another resource, remove the old one and add the new one in two steps; then run npm run golden"
  );
}

function typeOf(address: string): string {
  return address.split(".")[0] ?? "";
}
