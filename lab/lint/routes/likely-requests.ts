import type { Test } from "./box";
import type { RequestSpace } from "./request-space";
import { characters, literal, repeated, sequence, type Words } from "./words";

const alphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";
const inPath = `${alphanumeric}${alphanumeric.toUpperCase()}-._~`;

/** What a person would type to try a route: the likeliest first. Examples are taken from there, where there are some. */
export function likelyRequests(space: RequestSpace): readonly (readonly Test[])[] {
  const get: Test = { dimension: "method", language: space.named("GET", [sequence(literal("GET"))]) };
  const host: Test = { dimension: "host", language: space.named("likely host", names()) };
  const segment = repeated(characters(`${inPath}/`));
  const path: Test = {
    dimension: "path",
    language: space.named("likely path", [sequence([...literal("/"), ...segment])]),
  };
  return [[get, host, path], [host, path], [path]];
}

/** Names of one to four labels, each of letters and digits. */
function names(): readonly Words[] {
  const label = repeated(characters(alphanumeric), 1);
  const longer = (labels: number): Words["elements"] =>
    labels === 1 ? label : [...longer(labels - 1), ...literal("."), ...label];
  return [1, 2, 3, 4].map((labels) => sequence(longer(labels)));
}
