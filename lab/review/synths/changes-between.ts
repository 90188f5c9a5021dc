import {
  type Difference,
  differencesBetween,
  type JsonObject,
  type PlanChanges,
  type ResourceChange,
  type Shown,
} from "../../topology";
import { type Declared, declaredIn, referencesIn } from "./declared";
import { forcesReplacement } from "./forces-replacement";
import { forgottenIn } from "./forgotten";

/**
 * What Terraform would plan on its way from one synthesized stack to another, as far as two texts tell: no state and no
 * provider is asked. Only what is written is compared.
 */
export function changesBetween(before: JsonObject, after: JsonObject): PlanChanges {
  return {
    changes: new Between(declaredIn(before), declaredIn(after), forgottenIn(after)).all(),
    reads: 0,
    drifted: [],
    deferred: [],
  };
}

/** Attributes that are another one once a resource is replaced; those that are written stay as they are. */
const identity = /\.(?:id|arn|arn_suffix|certificate_arn|dns_name|latest_version)$/;

class Between {
  /** Addresses whose identity changes. */
  readonly #renewed = new Set<string>();
  readonly #createsFirst: ReadonlySet<string>;
  readonly #writtenBy = new Map<string, readonly Difference[]>();

  constructor(
    readonly before: ReadonlyMap<string, Declared>,
    readonly after: ReadonlyMap<string, Declared>,
    readonly forgotten: ReadonlySet<string>,
  ) {
    this.#createsFirst = withDependencies(after);
  }

  all(): readonly ResourceChange[] {
    const both = [...this.after.values()].filter(({ address }) => this.before.has(address));
    this.#spread(both);
    const addresses = [...new Set([...this.before.keys(), ...this.after.keys()])].sort();
    return addresses.map((address) => this.#change(address));
  }

  /** A replaced resource has another id, which may replace what refers to it, and so on. */
  #spread(both: readonly Declared[]): void {
    for (let isSettled = false; !isSettled; ) {
      const found = both.filter(
        ({ address }) => !this.#renewed.has(address) && this.#change(address).kind === "replace",
      );
      for (const { address } of found) this.#renewed.add(address);
      isSettled = found.length === 0;
    }
  }

  #change(address: string): ResourceChange {
    const [before, after] = [this.before.get(address), this.after.get(address)];
    const type = (after ?? before)?.type ?? "";
    const differences = this.#differences(before, after);
    if (before === undefined) return { address, type, kind: "create", forcedBy: [], differences };
    if (after === undefined) {
      const kind = this.forgotten.has(address) ? "forget" : "destroy";
      return { address, type, kind, forcedBy: [], differences };
    }
    const forcedBy = differences
      .filter((difference) => !isWrittenOut(difference))
      .map(({ path }) => path)
      .filter((path) => forcesReplacement(type, path, after.settings));
    if (forcedBy.length > 0) {
      const first = this.#createsFirst.has(address) ? "create" : "destroy";
      return { address, type, kind: "replace", first, forcedBy, differences };
    }
    return { address, type, kind: differences.length > 0 ? "update" : "nothing", forcedBy, differences };
  }

  #differences(before: Declared | undefined, after: Declared | undefined): readonly Difference[] {
    if (after?.ignored === "all" && before !== undefined) return [];
    const written = this.#written(before, after);
    const renewed = before && after ? this.#renewedIn(after) : [];
    const paths = new Set(renewed.map(({ path }) => path));
    const ignored = after?.ignored === "all" ? [] : (after?.ignored ?? []);
    return [...written.filter(({ path }) => !paths.has(path)), ...renewed]
      .map(masked)
      .filter(({ path }) => before === undefined || !ignored.some((name) => isWithin(path, name)));
  }

  /** What is compared does not change while the replacements spread. */
  #written(before: Declared | undefined, after: Declared | undefined): readonly Difference[] {
    const address = (after ?? before)?.address ?? "";
    const known = this.#writtenBy.get(address);
    if (known !== undefined) return known;
    const found = differencesBetween({ before: before?.settings, after: after?.settings });
    this.#writtenBy.set(address, found);
    return found;
  }

  /** Arguments that refer to the identity of something that is replaced. */
  #renewedIn({ settings, type }: Declared): readonly Difference[] {
    if (this.#renewed.size === 0 || type === "module") return [];
    return Object.entries(settings).flatMap(([path, value]) => {
      const isRenewed = referencesIn(value).some(
        (reference) =>
          identity.test(reference) && this.#renewed.has(reference.replace(/(\[[^\]]*\])?\.\w+$/, "")),
      );
      return isRenewed ? [{ path, before: { kind: "value", value }, after: { kind: "unknown" } }] : [];
    });
  }
}

/** What was off without being written is now written as off. */
function isWrittenOut({ before, after }: Difference): boolean {
  return before.kind === "not-set" && after.kind === "value" && String(after.value) === "false";
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);
}

const secret =
  /(?:^|[._\]])(?:\w*(?:password|passwd|secret|token|private_key|access_key|api_key|credential)\w*)$/i;

/** A synthesized stack does not say what is sensitive; what is called a secret is taken for one, unless it is a reference. */
function masked(difference: Difference): Difference {
  if (!secret.test(difference.path)) return difference;
  const hide = (shown: Shown): Shown => {
    if (shown.kind !== "value" || /^\$\{[^}]*\}$/.test(String(shown.value))) return shown;
    const { value } = shown;
    return { kind: "sensitive", reveal: () => value };
  };
  return { ...difference, before: hide(difference.before), after: hide(difference.after) };
}

/** What creates before it destroys makes everything that it depends on do so too: Terraform could not order it otherwise. */
function withDependencies(declared: ReadonlyMap<string, Declared>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: Declared | undefined): void => {
    if (one === undefined || found.has(one.address)) return;
    found.add(one.address);
    for (const reference of one.references)
      visit(declared.get(reference.split(/[.[]/).slice(0, 2).join(".")));
  };
  for (const one of declared.values()) if (one.createsFirst) visit(one);
  return found;
}
