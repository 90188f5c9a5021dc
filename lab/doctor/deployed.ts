import type { SecurityGroup, SecurityGroupRule, TargetGroup, Topology } from "../topology";
import { follow, isUnknown } from "../topology";
import type { Case } from "./case";
import { known } from "./words";

/** An element as it was declared, and what AWS has of its name; absent: nothing. */
export interface Pair<E> {
  readonly declared: E;
  readonly deployed: E | undefined;
}

type Named = { readonly address: string; readonly name?: SecurityGroup["name"] };

/**
 * Elements of a kind by name, as declared and as deployed. Those whose name is not known before the apply are left out;
 * nothing at all where only one side was seen.
 */
function pairs<E extends Named>(
  { evidence: { declared, deployed } }: Case,
  elementsOf: (topology: Topology) => readonly E[],
): readonly Pair<E>[] {
  if (declared === undefined || deployed === undefined) return [];
  return elementsOf(declared).flatMap((element) => {
    const name = known(element.name);
    if (name === undefined) return [];
    return [
      { declared: element, deployed: elementsOf(deployed).find((other) => known(other.name) === name) },
    ];
  });
}

export function groupPairs(one: Case): readonly Pair<TargetGroup>[] {
  return pairs(one, ({ targetGroups }) => targetGroups);
}

/** A rule that was declared and that AWS does not have. */
export interface MissingRule {
  readonly group: SecurityGroup;
  readonly rule: SecurityGroupRule;
  /** As it is declared: `ingress TCP 3000`. */
  readonly words: string;
}

export function missingRules(one: Case): readonly MissingRule[] {
  const { declared, deployed } = one.evidence;
  if (declared === undefined || deployed === undefined) return [];
  return pairs(one, ({ securityGroups }) => securityGroups).flatMap((pair) => {
    const [wanted, got] = [known(pair.declared.rules), known(pair.deployed?.rules)];
    if (wanted === undefined || got === undefined) return [];
    return wanted
      .filter((rule) => !got.some((other) => isSame(rule, declared, other, deployed)))
      .map((rule) => ({ group: pair.declared, rule, words: wordsOf(rule) }));
  });
}

/** What is not known on one side may be the same. */
function isSame(rule: SecurityGroupRule, in1: Topology, other: SecurityGroupRule, in2: Topology): boolean {
  const values = [
    [rule.direction, other.direction],
    [known(rule.protocol), known(other.protocol)],
    ...(known(rule.protocol) === "-1"
      ? []
      : [
          [known(rule.fromPort), known(other.fromPort)],
          [known(rule.toPort), known(other.toPort)],
        ]),
    [peerOf(rule, in1), peerOf(other, in2)],
  ];
  return values.every(([a, b]) => a === undefined || b === undefined || a === b);
}

function peerOf({ peer }: SecurityGroupRule, topology: Topology): string | undefined {
  if ("cidr" in peer) return known(peer.cidr);
  if ("prefixList" in peer || isUnknown(peer.securityGroup)) return undefined;
  return known(follow(topology.securityGroups, peer.securityGroup)?.name);
}

function wordsOf({ direction, protocol, fromPort, toPort }: SecurityGroupRule): string {
  const [from, to] = [known(fromPort) ?? "?", known(toPort) ?? "?"];
  if (known(protocol) === "-1") return `${direction} of everything`;
  return `${direction} ${(known(protocol) ?? "?").toUpperCase()} ${from === to ? from : `${from}-${to}`}`;
}
