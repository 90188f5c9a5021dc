import type { Mark } from "./mark";

/** What is drawn, without places: one scene for each load balancer. Texts are as the plan has them, nothing is escaped. */
export interface Diagram {
  /** Name of the stack, else what the input is. */
  readonly title: string;
  /** Such as `plan, 1 load balancer, 2 listeners`. */
  readonly subtitle: string;
  readonly scenes: readonly Scene[];
  /** What is not drawn, or not known, in a sentence each. */
  readonly notes: readonly string[];
}

export interface Scene {
  /** `undefined`: nothing says it. */
  readonly region?: string;
  /** Address ranges of its networks. */
  readonly networks: readonly string[];
  /** Absent: what no listener uses. */
  readonly balancer?: BalancerPart;
  /** In the order in which rules first lead to them. */
  readonly groups: readonly GroupPart[];
  readonly zones: readonly ZonePart[];
}

/** Something that is drawn as a whole. */
export interface Part {
  /** What it is declared as; several for what is drawn as one, none for what is declared elsewhere. */
  readonly addresses: readonly string[];
  readonly mark?: Mark;
}

/** One thing to say about a part, such as its health check. */
export interface Fact {
  /** What it is about, the same word for all parts. */
  readonly about: string;
  readonly text: string;
  /** What it was before, where that was something else. */
  readonly was?: string;
}

export interface BalancerPart extends Part {
  readonly kind: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly labels: readonly LabelPart[];
  readonly listeners: readonly ListenerPart[];
}

/** What stands at the entrance of a load balancer: a DNS name that leads to it, or a web ACL in front of it. */
export interface LabelPart extends Part {
  readonly text: string;
}

export interface ListenerPart extends Part {
  readonly name: Fact;
  readonly facts: readonly Fact[];
  readonly clients: Clients;
  readonly rules: readonly RulePart[];
}

/** Who may reach the port of a listener, as far as security groups decide. */
export interface Clients {
  /** Of the rules that open it. */
  readonly addresses: readonly string[];
  readonly way: Way;
  /** Address ranges and groups from which it is open. */
  readonly from: readonly { readonly text: string; readonly mark?: Mark }[];
}

/** Whether security groups let a connection through. */
export interface Way {
  readonly verdict: "open" | "closed" | "unknown";
  /** What is in the way, or why nobody can say. */
  readonly why?: string;
  readonly was?: Way["verdict"];
}

export interface RulePart extends Part {
  /** `default` for what a listener does where no rule matches. */
  readonly priority: Fact;
  readonly conditions: Fact;
  /** What it does; `forward` where it does nothing else. */
  readonly action: Fact;
  readonly routes: readonly Route[];
  /** Present when it stands for several. */
  readonly members?: readonly RulePart[];
}

export interface Route {
  /** Key of a group of the same scene. */
  readonly group: string;
  /** Only where groups share the requests. */
  readonly weight?: string;
}

export interface GroupPart extends Part {
  readonly key: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly targets: readonly TargetPart[];
  /** Present when it stands for several. */
  readonly members?: readonly GroupPart[];
}

export interface TargetPart extends Part {
  readonly name: string;
  readonly facts: readonly Fact[];
  /** Names of zones of the scene; empty: it is in none that is known. */
  readonly zones: readonly string[];
  readonly way: Way;
  /** How many it stands for, where that is not one. */
  readonly count?: number;
}

export interface ZonePart {
  readonly name: string;
  readonly subnets: readonly (Part & { readonly text: string })[];
}

/** The lane of targets of which no zone is known. */
export const NO_ZONE = "No zone known";

/** Listeners that the same clients reach share what is drawn of these. */
export function keyOfClients({ way, from }: Clients): string {
  return JSON.stringify([way, from]);
}

/** A fact as one text. */
export function textOf({ text, was }: Fact): string {
  return was === undefined ? text : `${text} (was ${was})`;
}
