/** The arguments of one resource, as the Terraform JSON writes them. */
export type Fields = Readonly<Record<string, unknown>>;

/** One resource of a synthesized stack. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  /** `type.name`, as Terraform writes it. */
  readonly address: string;
  readonly fields: Fields;
}

interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Fields>>>>;
  readonly data?: object;
  readonly output?: Readonly<Record<string, { readonly value: unknown; readonly description?: string }>>;
  readonly provider?: { readonly aws?: readonly Fields[] };
  readonly terraform?: { readonly backend?: Readonly<Record<string, Fields>> };
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** The Terraform JSON of one stack, asked by type, by address and by reference. */
export class SynthesizedStack {
  public readonly json: TerraformJson;
  public readonly resources: readonly Resource[];
  private readonly byAddress: ReadonlyMap<string, Resource>;

  public constructor(text: string) {
    this.json = JSON.parse(text) as TerraformJson;
    this.resources = Object.entries(this.json.resource ?? {}).flatMap(([type, named]) =>
      Object.entries(named).map(([name, fields]) => ({ type, name, address: `${type}.${name}`, fields })),
    );
    this.byAddress = new Map(this.resources.map((resource) => [resource.address, resource]));
  }

  /** Addresses of all resources, sorted. */
  public get addresses(): string[] {
    return [...this.byAddress.keys()].sort();
  }

  public all(type: string): readonly Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The one resource of a type, or the one whose name starts so; throws when there is none or another. */
  public only(type: string, nameStart = ""): Resource {
    const found = this.all(type).filter(({ name }) => name.startsWith(nameStart));
    if (found.length === 1 && found[0]) return found[0];
    throw new Error(`expected one ${type} ${nameStart}, got ${found.map(({ name }) => name).join(", ")}`);
  }

  public find(address: string): Resource | undefined {
    return this.byAddress.get(address);
  }

  /** The one resource that a text such as `${aws_lb.x.arn}` refers to; throws when it is none of the stack. */
  public resolve(reference: unknown): Resource {
    const text = String(reference);
    const addresses = [...text.matchAll(/\$\{([a-z0-9_]+\.[\w-]+)\.[a-z_]+\}/g)].map(
      ([, address]) => address,
    );
    const found = this.byAddress.get(addresses[0] ?? "");
    if (found && text.startsWith("${") && new Set(addresses).size === 1) return found;
    throw new Error(`expected a reference to a resource of the stack, got ${JSON.stringify(reference)}`);
  }

  /** Resources that this one names anywhere, in expressions and in `depends_on`. */
  public usedBy(resource: Resource): readonly Resource[] {
    const text = JSON.stringify(resource.fields);
    return this.resources.filter(({ address }) => address !== resource.address && mentions(text, address));
  }

  /** Resources that must exist before this one, near and far. */
  public needs(resource: Resource): ReadonlySet<string> {
    const seen = new Set<string>();
    const open = [resource];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const used of this.usedBy(next)) {
        if (seen.has(used.address)) continue;
        seen.add(used.address);
        open.push(used);
      }
    }
    return seen;
  }

  /** True when one of the two names the other. */
  public areLinked(one: Resource, other: Resource): boolean {
    return (
      mentions(JSON.stringify(one.fields), other.address) ||
      mentions(JSON.stringify(other.fields), one.address)
    );
  }
}

/** Addresses in `depends_on`. */
export function dependsOn({ fields }: Resource): readonly string[] {
  return (fields.depends_on ?? []) as readonly string[];
}

/** True for a resource whose replacement is created before it is destroyed. */
export function isCreatedFirst({ fields }: Resource): boolean {
  return (fields.lifecycle as Fields | undefined)?.create_before_destroy === true;
}

/** True for an instance with a public address of its own, given at launch or kept as an Elastic IP. */
export function hasPublicAddress(stack: SynthesizedStack, instance: Resource): boolean {
  const kept = stack
    .all("aws_eip")
    .some(({ fields }) => String(fields.instance).includes(`${instance.address}.`));
  return kept || instance.fields.associate_public_ip_address === true;
}

/** Values at a path such as `rule.filter.prefix`; a block is read alike whether it is an object or a list. */
export function valuesAt(fields: unknown, path: string): readonly unknown[] {
  return path
    .split(".")
    .reduce<readonly unknown[]>(
      (values, key) => values.flatMap((value) => asList((value as Fields | undefined)?.[key])),
      [fields],
    );
}

/** The single value at a path; undefined when there is none. */
export function valueAt(fields: unknown, path: string): unknown {
  return valuesAt(fields, path)[0];
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function mentions(text: string, address: string): boolean {
  const at = text.indexOf(address);
  if (at < 0) return false;
  if (!/[\w-]/.test(text[at + address.length] ?? "")) return true;
  return mentions(text.slice(at + address.length), address);
}
