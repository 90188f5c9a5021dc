import { type HeadSizes, NO_ODDITIES, type Oddity, type RawAnswerHead, type RawHead } from "../../../lab/alb";

type Lines = readonly (readonly [name: string, value: string])[];

/** The head that a lenient parser would make of these lines; `POST / HTTP/1.1` with a Host unless said otherwise. */
export function head(
  lines: Lines = [],
  { method = "POST", target = "/", version = "HTTP/1.1", oddities = NO_ODDITIES }: Partial<RawHead> = {},
): RawHead {
  const headers = flat([["Host", "shop.example"], ...lines]);
  return {
    method,
    target,
    version,
    headers,
    oddities,
    sizes: sizes(`${method} ${target} ${version}`, headers),
  };
}

export function get(lines: Lines = [], parts: Partial<RawHead> = {}): RawHead {
  return head(lines, { method: "GET", ...parts });
}

export function answerHead(lines: Lines, parts: Partial<RawAnswerHead> = {}): RawAnswerHead {
  const headers = flat(lines);
  return {
    version: "HTTP/1.1",
    status: "200",
    reason: "OK",
    headers,
    sizes: sizes("HTTP/1.1 200 OK", headers),
    oddities: [],
    ...parts,
  };
}

export function odd(...oddities: Oddity[]): { readonly oddities: readonly Oddity[] } {
  return { oddities };
}

function flat(lines: Lines): string[] {
  return lines.flat();
}

/** Values of a header in raw headers, by its name in any case. */
export function valuesOf(headers: readonly string[], name: string): string[] {
  return headers.filter(
    (_, index) => index % 2 === 1 && headers[index - 1]!.toLowerCase() === name.toLowerCase(),
  );
}

export function namesOf(headers: readonly string[]): string[] {
  return headers.filter((_, index) => index % 2 === 0);
}

function sizes(firstLine: string, headers: readonly string[]): HeadSizes {
  const lengths = namesOf(headers).map((name, index) => name.length + 2 + headers[2 * index + 1]!.length);
  return {
    firstLine: firstLine.length,
    longestHeader: Math.max(0, ...lengths),
    headers: lengths.reduce((sum, length) => sum + length + 2, 0),
  };
}
