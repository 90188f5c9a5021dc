import type { ConstructLike } from "./stack";

interface AspectLike {
  visit(construct: ConstructLike): void;
}

/**
 * Runs the aspects of a construct and of everything in it, in the order of a synth: those from above first, each at most
 * once at a place. CDKTF keeps them under a symbol, and does it itself only where it writes to the disk.
 */
export function runAspects(construct: ConstructLike, inherited: readonly AspectLike[] = []): void {
  const aspects = [...new Set([...inherited, ...aspectsOf(construct)])];
  for (const aspect of aspects) aspect.visit(construct);
  for (const child of construct.node.children) runAspects(child, aspects);
}

/** How many there are: one that is added later changes what is synthesized. */
export function countAspects(construct: ConstructLike): number {
  return construct.node.children.reduce(
    (count, child) => count + countAspects(child),
    aspectsOf(construct).length,
  );
}

function aspectsOf(construct: ConstructLike): readonly AspectLike[] {
  const key = Object.getOwnPropertySymbols(construct).find(({ description }) =>
    description?.endsWith("-aspects"),
  );
  if (key === undefined) return [];
  const kept = (construct as unknown as Record<symbol, { readonly all?: readonly AspectLike[] }>)[key];
  return kept?.all ?? [];
}
