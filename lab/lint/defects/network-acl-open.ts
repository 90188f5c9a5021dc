import type { Block, Resource } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf, flagOf, numberOf, textOf } from "../policy";
import type { Subject } from "../subject";

/** A network ACL that lets everything in is none. */
export const networkAclOpen: Defect = {
  id: "network-acl-open",
  severity: "warning",
  facts: ["AWS-0102", "CKV_AWS_352", "AWS-0105", "EC2.21"],
  *find(subject) {
    for (const { at, rule, action } of entriesOf(subject)) {
      if (textOf(rule, [action], "") !== "allow") continue;
      const got = openingOf(rule);
      if (got === undefined) continue;
      yield {
        at,
        message: `a network ACL must let in single ports only, got ${got}`,
        fix: "allow the ports of the listeners, and 1024 to 65535 for answers",
      };
    }
  },
};

interface Entry {
  readonly at: Resource;
  readonly rule: Block;
  readonly action: string;
}

function entriesOf(subject: Subject): readonly Entry[] {
  const beside = subject
    .resources("aws_network_acl_rule")
    .filter((rule) => flagOf(rule, ["egress"], false) === false)
    .map((rule) => ({ at: rule, rule, action: "rule_action" }));
  // a state shows in an ACL too the rules that are declared beside it
  if (beside.length > 0 && subject.topology.source.kind !== "synth") return beside;
  const inline = subject
    .resources("aws_network_acl")
    .flatMap((at) => (blocksOf(at, "ingress") ?? []).map((rule) => ({ at, rule, action: "action" })));
  return [...beside, ...inline];
}

/** What an allowing rule lets in that it should not. */
function openingOf(rule: Block): string | undefined {
  const protocol = textOf(rule, ["protocol"], "");
  if (protocol === "-1" || protocol === "all") return "every protocol";
  if (protocol !== "tcp" && protocol !== "6") return undefined;
  const [from, to] = [numberOf(rule, ["from_port"], 0), numberOf(rule, ["to_port"], 0)];
  if (from === undefined || to === undefined) return undefined;
  if (from <= 1 && to === 65_535) return "every port";
  if (!isFromAnywhere(rule)) return undefined;
  const shell = [22, 3389].find((port) => from <= port && port <= to && !isForAnswers(from, to));
  return shell === undefined ? undefined : `port ${shell} from anywhere`;
}

function isFromAnywhere(rule: Block): boolean {
  return ["cidr_block", "ipv6_cidr_block"].some((name) => /\/0$/.test(textOf(rule, [name], "") ?? ""));
}

/** Answers come back to ports that the client's system chose; a network ACL does not know which. */
function isForAnswers(from: number, to: number): boolean {
  return from >= 1024 && to - from > 10_000;
}
