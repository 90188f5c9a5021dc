/**
 * Numbers from 0 up to, but not including, 1, determined by a seed. Every purpose has a stream of its own, so that one
 * more draw for one of them changes nothing for the others.
 */
export function randomStream(seed: number, purpose: string): () => number {
  let state = hash(`${seed} ${purpose}`);
  // Mulberry32: 32 bits of state are enough for some million draws that nobody attacks.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
