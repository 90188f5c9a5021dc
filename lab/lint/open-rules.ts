import { groupAddressOf } from "./group-users";
import { memoize } from "./memoize";
import { cidrsOf, type WrittenRule, writtenRules } from "./security-rules";
import type { Subject } from "./subject";
import { enumerate, known } from "./values";
import { isWorld } from "./world";

/** A rule with the networks in it that stand for everybody. */
export interface OpenRule {
  readonly rule: WrittenRule;
  readonly cidrs: readonly string[];
  readonly ports: { readonly from: number; readonly to: number };
}

/** Rules that admit everybody, or let out to everybody, over TCP or over every protocol. */
export function openRules(subject: Subject, direction: WrittenRule["direction"]): readonly OpenRule[] {
  return allOpenRules(subject)[direction];
}

const allOpenRules = memoize((subject: Subject) => ({
  ingress: readOpenRules(subject, "ingress"),
  egress: readOpenRules(subject, "egress"),
}));

function readOpenRules(subject: Subject, direction: WrittenRule["direction"]): readonly OpenRule[] {
  const open = writtenRules(subject).flatMap((rule) => {
    const isAsked = rule.direction === direction && !isOfDefaultGroup(rule);
    const ports = isAsked ? tcpPortsOf(rule) : undefined;
    const networks = cidrsOf(rule).flatMap(({ cidr }) => known(cidr) ?? []);
    return ports === undefined ? [] : [{ rule, ports, cidrs: [...new Set(networks.filter(isWorld))] }];
  });
  const own = subject.topology.source.kind === "synth" ? open : withoutReadBack(open);
  return own.filter(({ cidrs }) => cidrs.length > 0);
}

/** Default groups should have no rules at all, which is a mistake of its own. */
function isOfDefaultGroup(rule: WrittenRule): boolean {
  return groupAddressOf(rule)?.includes("aws_default_security_group.") ?? false;
}

/** The TCP ports that a rule is about; `undefined`: none, or nobody knows. */
function tcpPortsOf({ protocol, fromPort, toPort }: WrittenRule): OpenRule["ports"] | undefined {
  if (protocol === "-1") return { from: 0, to: 65_535 };
  const [from, to] = [known(fromPort), known(toPort)];
  return protocol === "tcp" && from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** Terraform reads a group back with all its rules, also those that are resources of their own. */
function withoutReadBack(open: readonly OpenRule[]): readonly OpenRule[] {
  const content = ({ rule: { group, protocol }, ports }: OpenRule, cidr: string) =>
    JSON.stringify([group, protocol, ports, cidr]);
  const standalone = new Set(
    open.flatMap((one) => (one.rule.inline ? [] : one.cidrs.map((cidr) => content(one, cidr)))),
  );
  return open.map((one) =>
    one.rule.inline
      ? { ...one, cidrs: one.cidrs.filter((cidr) => !standalone.has(content(one, cidr))) }
      : one,
  );
}

export function covers({ ports }: OpenRule, port: number): boolean {
  return ports.from <= port && port <= ports.to;
}

/** Whether no port is left out. Nobody listens on port 0. */
export function isEveryPort({ ports }: OpenRule): boolean {
  return ports.from <= 1 && ports.to >= 65_535;
}

/** What a rule opens, and to whom, as messages show it: `port 22 from 0.0.0.0/0`. */
export function shownOpening({ rule, ports, cidrs }: OpenRule): string {
  const range = ports.from === ports.to ? `port ${ports.from}` : `ports ${ports.from} to ${ports.to}`;
  const what = rule.protocol === "-1" ? "every protocol" : range;
  const place = rule.place === "" ? "" : ` (${rule.place})`;
  return `${what} ${rule.direction === "ingress" ? "from" : "to"} ${enumerate(cidrs)}${place}`;
}
