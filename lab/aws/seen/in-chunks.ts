/** A filter of EC2 takes this many values. */
const MOST_VALUES = 200;

/** Values in pieces that one call takes; no piece where there is no value. */
export function inChunks<T>(values: readonly T[], most = MOST_VALUES): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < values.length; start += most) chunks.push(values.slice(start, start + most));
  return chunks;
}
