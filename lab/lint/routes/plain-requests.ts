import type { Test } from "./box";
import type { RequestSpace } from "./request-space";
import { characters, literal, repeated, sequence } from "./words";

const lower = "abcdefghijklmnopqrstuvwxyz";
const plain = `${lower}${lower.toUpperCase()}0123456789`;

/** Requests that clients send again as they are when they follow a redirect: GET, and no character that is encoded. */
export function plainRequests(space: RequestSpace): readonly Test[] {
  const host = repeated(characters(`${lower}0123456789.-`), 1);
  const path = [...literal("/"), ...repeated(characters(`${plain}-._~!$&'()*+,;=:@/`))];
  return [
    { dimension: "method", language: space.named("GET", [sequence(literal("GET"))]) },
    { dimension: "host", language: space.named("plain host", [sequence(host)]) },
    { dimension: "path", language: space.named("plain path", [sequence(path)]) },
  ];
}
