import { type Block, isUnknown, type Resource, readBackLists, type SecurityGroupRule } from "../../topology";
import type { Comparison } from "../comparison";

/** What a change creates and AWS has already. */
export interface AlreadyThere {
  readonly created: Pick<Resource, "address" | "path">;
  readonly kind: "rule" | "route" | "entry";
  /** Address of what has it: a list of a resource, or another resource of its own. */
  readonly holder: string;
  readonly isInline: boolean;
}

type Added = ReadonlyMap<string, Resource>;

/**
 * Rules of security groups, routes and entries of network ACLs that are created while the same one is left where it is.
 * A block that is no longer written takes nothing away: Terraform reads such a list back, and leaves it as it is.
 */
export function alreadyThere(comparison: Comparison): readonly AlreadyThere[] {
  const added: Added = new Map(
    comparison
      .changesTo(["create"])
      .filter(({ type }) => /^aws_(?:(?:vpc_)?security_group_\w*rule|route|network_acl_rule)$/.test(type))
      .flatMap(({ address }) => {
        const resource = comparison.after.resource(address);
        return resource === undefined ? [] : [[address, resource] as const];
      }),
  );
  return added.size === 0 ? [] : [...securityRules(comparison, added), ...listItems(comparison, added)];
}

function securityRules(comparison: Comparison, added: Added): readonly AlreadyThere[] {
  return comparison.pairs("securityGroups").flatMap(({ before, after, kind }) => {
    if (isUnknown(before.rules) || isUnknown(after.rules) || kind === "replace") return [];
    const created = after.rules.filter(({ address }) => added.has(address));
    if (created.length === 0) return [];
    const had = new Map(before.rules.map((rule) => [contentOf(rule), rule]));
    const found = created.flatMap((rule) => {
      const one = had.get(contentOf(rule));
      const resource = added.get(rule.address);
      if (one === undefined || resource === undefined || !isLeft(comparison, one)) return [];
      return [{ created: resource, kind: "rule", holder: one.address, isInline: one.inline } as const];
    });
    return [...new Map(found.map((one) => [one.created.address, one])).values()];
  });
}

function contentOf({ address: _, inline: __, ...content }: SecurityGroupRule): string {
  return JSON.stringify(content);
}

function isLeft(comparison: Comparison, { address, inline, direction }: SecurityGroupRule): boolean {
  return inline
    ? isListLeft(comparison, address, direction)
    : comparison.kindOf({ address }) === "nothing" && comparison.after.resource(address) !== undefined;
}

/** Whether a list stays as it is: nothing in it differs, or it is not written any more. */
function isListLeft(comparison: Comparison, address: string, list: string): boolean {
  const change = comparison.changeOf({ address });
  if (change === undefined) return true;
  if (change.kind !== "update") return false;
  const isWritten = (comparison.after.resource(address)?.value(list) ?? undefined) !== undefined;
  return !isWritten || change.differences.every(({ path }) => path.split(/[.[]/)[0] !== list);
}

/** AWS takes attachments twice, but no route and no entry. */
function listItems(comparison: Comparison, added: Added): readonly AlreadyThere[] {
  return [...added.values()].flatMap((created) =>
    readBackLists
      .filter(
        ({ adders, only }) => adders.includes(created.type) && (only === undefined || isOnly(created, only)),
      )
      .flatMap(({ link, list, identity }) => {
        const owner = created.link(link[0]);
        if (owner === undefined || !("address" in owner)) return [];
        const items = comparison.before.resource(owner.address)?.blocks(list) ?? [];
        const own = identityOf(
          created,
          identity.map(([argument]) => argument),
        );
        const isThere =
          !isUnknown(items) &&
          items.some(
            (item) =>
              identityOf(
                item,
                identity.map(([, argument = ""]) => argument),
              ) === own,
          );
        if (!isThere || !isListLeft(comparison, owner.address, list)) return [];
        const kind = created.type === "aws_route" ? "route" : "entry";
        return [{ created, kind, holder: owner.address, isInline: true } as const];
      }),
  );
}

function isOnly(created: Resource, [argument, value]: readonly [string, boolean]): boolean {
  return (created.value(argument) === true) === value;
}

function identityOf(block: Block, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => block.value(name) || null));
}
