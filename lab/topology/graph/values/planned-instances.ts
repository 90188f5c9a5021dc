import { resourceAddress, withIndex } from "../address";
import type { RecordedResource } from "./recorded-resource";
import { parseModuleAddress } from "./reference";

type Key = string | number;

const none: ReadonlySet<Key> = new Set();

/** Which instances a plan has of every resource and of every module, by address without the last key. */
export class PlannedInstances {
  private readonly keysByAddress = new Map<string, Set<Key>>();
  private readonly answers = new WeakMap<ReadonlySet<Key>, WeakMap<ReadonlySet<Key>, boolean>>();

  public constructor(resources: readonly RecordedResource[]) {
    for (const { module, mode, type, name, index } of resources)
      this.add(inModule(module, resourceAddress(mode, type, name)), index);
    for (const module of new Set(resources.map((resource) => resource.module))) this.addModule(module);
  }

  /** Keys of its instances; empty when it has neither `count` nor `for_each`, or is not planned. */
  public keys(address: string): ReadonlySet<Key> {
    return this.keysByAddress.get(address) ?? none;
  }

  public has(address: string): boolean {
    return this.keysByAddress.has(address);
  }

  /** Whether two sets of keys are the same; asked once for each instance of a resource, so it is kept. */
  public areSame(some: ReadonlySet<Key>, others: ReadonlySet<Key>): boolean {
    const answers = this.answers.get(some) ?? new WeakMap<ReadonlySet<Key>, boolean>();
    this.answers.set(some, answers);
    const answer =
      answers.get(others) ?? (some.size === others.size && [...some].every((key) => others.has(key)));
    answers.set(others, answer);
    return answer;
  }

  private addModule(address: string): void {
    let parent = "";
    for (const { name, key } of parseModuleAddress(address) ?? []) {
      const bare = inModule(parent, `module.${name}`);
      this.add(bare, key);
      parent = withIndex(bare, key);
    }
  }

  private add(address: string, key: Key | undefined): void {
    const keys = this.keysByAddress.get(address) ?? new Set();
    if (key !== undefined) keys.add(key);
    this.keysByAddress.set(address, keys);
  }
}

/** Address of something that a module holds. */
export function inModule(module: string, address: string): string {
  return module === "" ? address : `${module}.${address}`;
}
