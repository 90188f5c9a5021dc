/** Codes that a matcher may list: HTTP status codes, or gRPC codes for a GRPC group (H8, H9). */
const bounds = { HTTP: [200, 499], GRPC: [0, 99] } as const;

/**
 * Success codes of a health check: single ones, lists, ranges, and both mixed, such as `200`, `200,202`, `200-299` or
 * `200,300-302` (H10).
 *
 * @throws {Error} when the text is not a matcher that AWS would accept
 */
export function parseMatcher(text: string, codes: keyof typeof bounds = "HTTP"): (status: number) => boolean {
  const ranges = text.split(",").map((part) => parseRange(part, text, bounds[codes]));
  return (status) => ranges.some(([first, last]) => first <= status && status <= last);
}

function parseRange(
  part: string,
  text: string,
  [lowest, highest]: readonly [number, number],
): [number, number] {
  const [, from = "", to = from] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === "" || last < first || first < lowest || highest < last)
    throw new Error(
      `health check matcher: must be codes from ${lowest} to ${highest}, such as 200, 200,202 or 200-299, ` +
        `got ${JSON.stringify(text.slice(0, 100))}; correct ${JSON.stringify(part.slice(0, 20))}`,
    );
  return [first, last];
}
