/** Something that is to happen. */
export interface Task {
  readonly atMs: number;
  readonly order: number;
  /** Undefined: it was called off. */
  run: (() => void) | undefined;
}

/**
 * The time of a simulation. It stands still while something happens, then jumps to what is due next; of things that are
 * due together, what was planned first happens first.
 */
export class Clock {
  nowMs: number;
  readonly #heap: Task[] = [];
  #planned = 0;

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  /** Plans something; what is due earlier than now happens now. */
  at(atMs: number, run: () => void): Task {
    const task = { atMs: Math.max(atMs, this.nowMs), order: this.#planned++, run };
    this.#rise(task);
    return task;
  }

  /** Lets everything happen that is due up to then, as long as `goesOn` says so. */
  runUntil(endMs: number, goesOn: () => boolean = () => true): void {
    while (goesOn()) {
      const first = this.#heap[0];
      if (first === undefined || first.atMs > endMs) break;
      this.#takeFirst();
      if (first.run === undefined) continue;
      this.nowMs = first.atMs;
      first.run();
    }
  }

  #rise(task: Task): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isEarlier(task, heap[above] as Task)) break;
      heap[place] = heap[above] as Task;
      place = above;
    }
    heap[place] = task;
  }

  #takeFirst(): void {
    const heap = this.#heap;
    const task = heap.pop() as Task;
    if (heap.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isEarlier(heap[below + 1] as Task, heap[below] as Task)) below += 1;
      if (!isEarlier(heap[below] as Task, task)) break;
      heap[place] = heap[below] as Task;
      place = below;
    }
    heap[place] = task;
  }
}

function isEarlier(one: Task, other: Task): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
