import type { Element, Knowable, Link } from "../known";

export interface Vpc extends Element {
  readonly cidr: Knowable<string>;
}

export interface Subnet extends Element {
  readonly vpc: Link;
  readonly zone: Knowable<string>;
  readonly cidr: Knowable<string>;
}

export interface SecurityGroup extends Element {
  readonly name: Knowable<string>;
  readonly vpc?: Link;
  /** Its rules, inline and standalone; unknown as a whole when they come from a value that is. */
  readonly rules: Knowable<readonly SecurityGroupRule[]>;
}

/** One direction, one range of ports, one peer: a rule with three CIDRs is three of these. */
export interface SecurityGroupRule {
  /** Address of the resource that declares it: the group itself when `inline`. */
  readonly address: string;
  readonly inline: boolean;
  readonly direction: "ingress" | "egress";
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. */
  readonly protocol: Knowable<string>;
  readonly fromPort: Knowable<number>;
  readonly toPort: Knowable<number>;
  readonly peer: Peer;
}

export type Peer =
  | { readonly cidr: Knowable<string> }
  | { readonly securityGroup: Link }
  | { readonly prefixList: Link };
