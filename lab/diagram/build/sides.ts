import type { Topology } from "../../topology";
import type { Fact, Part } from "../diagram";
import { isLeaving, type Mark, strongest } from "../mark";
import { Names } from "./names";

type Elements<E> = (topology: Topology) => readonly E[];

/** An element as it is drawn: as it will be, or as it was when it is destroyed or let go of. */
export interface Drawn<E> {
  readonly now: E;
  /** The topology that `now` is from, in which its links lead somewhere. */
  readonly topology: Topology;
  /** The same element before, and the topology that it is from. */
  readonly was?: { readonly element: E; readonly topology: Topology };
  readonly mark?: Mark;
}

/** What there will be and what there was, told by addresses. */
export class Sides {
  readonly #drawn = new Map<string, unknown>();
  readonly names: Names;

  constructor(
    readonly after: Topology,
    readonly before: Topology | undefined,
    readonly marks: ReadonlyMap<string, Mark>,
  ) {
    this.names = new Names(after, before);
  }

  /** Elements of one kind: those that will be declared, then those that leave. */
  all<E extends { readonly address: string }>(
    kind: keyof Topology & string,
    of: Elements<E>,
  ): readonly Drawn<E>[] {
    const made = this.#drawn.get(kind) as readonly Drawn<E>[] | undefined;
    if (made !== undefined) return made;
    const drawn = this.#draw(of);
    this.#drawn.set(kind, drawn);
    return drawn;
  }

  #draw<E extends { readonly address: string }>(of: Elements<E>): readonly Drawn<E>[] {
    const { after, before, marks } = this;
    const old = new Map(
      (before === undefined ? [] : of(before)).map((element) => [element.address, element]),
    );
    const stays = ({ address }: E) => !(isLeaving(marks.get(address)) && old.has(address));
    const kept = of(after)
      .filter(stays)
      .map((now) => {
        const element = old.get(now.address);
        const mark = marks.get(now.address);
        old.delete(now.address);
        return {
          now,
          topology: after,
          ...(element && before && { was: { element, topology: before } }),
          ...(mark && { mark }),
        };
      });
    const leaving = [...old.values()].flatMap((now) => {
      const mark = marks.get(now.address);
      return isLeaving(mark) ? [{ now, topology: before as Topology, mark }] : [];
    });
    return [...kept, ...leaving];
  }

  /** A fact of an element now, and before where that was something else. */
  fact<E>(
    { now, topology, was }: Drawn<E>,
    about: string,
    tell: (element: E, topology: Topology) => string,
  ): Fact {
    const text = tell(now, topology);
    const old = was && tell(was.element, was.topology);
    return { about, text, ...(old !== undefined && old !== text && { was: old || "nothing" }) };
  }
}

/** Addresses and mark of something drawn; a fact that is not as it was is a change, whatever resource makes it. */
export function partOf(
  addresses: readonly string[],
  marks: readonly (Mark | undefined)[],
  facts: readonly Fact[],
): Part {
  const mark = strongest(marks) ?? (facts.some(({ was }) => was !== undefined) ? "changed" : undefined);
  return { addresses, ...(mark && { mark }) };
}
