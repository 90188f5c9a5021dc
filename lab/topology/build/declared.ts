import type { Resource, ResourceGraph } from "../graph/types";
import { type Element, isUnknown, type Knowable, type Link, unknown } from "../known";
import { append } from "./append";
import { Fields } from "./fields";
import { type Kind, kindOf, kinds } from "./kinds";
import { inOneOrder } from "./order";

/** What the input declares, by kind, with links that lead to the kind they should. */
export class Declared {
  private readonly byKind = new Map<Kind, Resource[]>();
  private defaultGroups: ReadonlyMap<string, string> | undefined;
  private groupIds: ReadonlyMap<string, string> | undefined;

  public constructor(public readonly graph: ResourceGraph) {
    for (const resource of graph.resources) {
      const kind = kindOf(resource);
      if (kind !== undefined) append(this.byKind, kind, resource);
    }
  }

  public all(kind: Kind): readonly Resource[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The resource of this kind that a link leads to. */
  public find(kind: Kind, link: Link | undefined): Resource | undefined {
    if (link === undefined || !("address" in link)) return undefined;
    const resource = this.graph.resource(link.address);
    return resource && kindOf(resource) === kind ? resource : undefined;
  }

  /** Where an argument points; unknown where it is not set or leads to something else. */
  public link(fields: Fields, path: string, kind: Kind): Link {
    const link = fields.link(path);
    return link === undefined ? fields.unset<Link>(unknown(`${path} is not set`)) : this.resolve(link, kind);
  }

  public linkIfSet(fields: Fields, path: string, kind: Kind): Link | undefined {
    const link = fields.link(path);
    return link === undefined ? undefined : this.resolve(link, kind);
  }

  /** Where a list points, as a set; empty when it is not set. */
  public links(fields: Fields, path: string, kind: Kind): Knowable<readonly Link[]> {
    const links = fields.links(path);
    return isUnknown(links) ? links : inOneOrder(links.map((link) => this.resolve(link, kind)));
  }

  /** Address of the `aws_default_security_group` of a VPC. */
  public defaultGroupOf(vpc: Link): string | undefined {
    this.defaultGroups ??= new Map(
      this.all("security group")
        .filter(({ type }) => type === "aws_default_security_group")
        .map((group) => [JSON.stringify(this.link(fieldsOf(group), "vpc_id", "vpc")), group.address]),
    );
    return isUnknown(vpc) ? undefined : this.defaultGroups.get(JSON.stringify(vpc));
  }

  /** Address of the security group with an id; ids are known once it is applied. */
  public groupWithId(id: string): string | undefined {
    this.groupIds ??= new Map(
      this.all("security group").flatMap((group) => {
        const own = fieldsOf(group).textIfSet("id");
        return own === undefined || isUnknown(own) ? [] : [[own, group.address] as const];
      }),
    );
    return this.groupIds.get(id);
  }

  /** A link that leads to a resource of this kind, to something external, or nobody can say. */
  public resolve(link: Link, kind: Kind): Link {
    if (!("address" in link)) return link;
    const resource = this.graph.resource(link.address);
    if (resource === undefined)
      return unknown(`points at ${link.address}, which the input does not describe`);
    const isOfKind = kinds[kind].some((type) => type === resource.type);
    return isOfKind ? link : unknown(`points at ${link.address}, which is not a ${kind}`);
  }
}

export function fieldsOf(resource: Resource): Fields {
  return new Fields(resource, resource.mode === "data");
}

/** What every element carries. */
export function elementOf({ address, type, path, instances }: Resource): Element {
  return {
    address,
    type,
    ...(path === undefined ? {} : { path }),
    ...(instances === undefined ? {} : { instances }),
  };
}
