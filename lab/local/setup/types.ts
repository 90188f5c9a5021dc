import type { UserData } from "../../../userdata";
import type { Action, ListenerRule, LoadBalancerAttributes, Settled, TargetGroup } from "../../topology";

/** What of a topology can run on this machine: everything in it is known. */
export interface LabSetup {
  /** Name of the stack, or what kind of input it was. */
  readonly title: string;
  readonly loadBalancers: readonly LoadBalancerSetup[];
  readonly groups: readonly GroupSetup[];
  readonly machines: readonly MachineSetup[];
  /** What the reader must know: what was left out, what was taken as a default because nobody can know it yet. */
  readonly notices: readonly string[];
}

export interface LoadBalancerSetup {
  readonly address: string;
  readonly name: string;
  readonly dnsName: string;
  readonly zones: readonly string[];
  readonly attributes: Settled<LoadBalancerAttributes>;
  readonly listeners: readonly ListenerSetup[];
}

export interface ListenerSetup {
  readonly address: string;
  readonly protocol: "HTTP" | "HTTPS";
  /** As declared: 80, not the local 8080. */
  readonly port: number;
  readonly sslPolicy: string;
  /** Names of each certificate, the default one first. Empty for HTTP. */
  readonly certificates: readonly (readonly string[])[];
  readonly attributes: Readonly<Record<string, string | boolean>>;
  /** Only those of which everything is known. */
  readonly rules: readonly ListenerRule[];
  readonly defaultActions: readonly Settled<Action>[];
  /** Why no client may connect; absent when somebody may. */
  readonly unreachable?: string;
}

export interface GroupSetup {
  readonly address: string;
  readonly name: string;
  readonly group: Settled<Omit<TargetGroup, "vpc">>;
  /** Zones of the load balancers whose listeners or rules forward to it; undefined: none does. */
  readonly zones: readonly string[] | undefined;
  readonly targets: readonly TargetSetup[];
}

/** A registration: one instance in two groups is two of these, and one machine. */
export interface TargetSetup {
  /** Unique in the lab: address of the registration, with a number where it stands for several. */
  readonly key: string;
  readonly name: string;
  readonly zone: string | undefined;
  readonly port: number;
  /** Key of the machine that answers. */
  readonly machine: string;
  /** Why the load balancer cannot reach the port, such as a missing rule of a security group. */
  readonly blocked?: string;
  /** The same for the port of the health check. */
  readonly healthBlocked?: string;
}

/** Something that runs a server: an instance, a member of an auto scaling group, whatever has an IP address. */
export interface MachineSetup {
  readonly key: string;
  readonly name: string;
  /** Decoded; absent: there is none or nobody can know it, so a stand-in answers. */
  readonly userData?: UserData;
  /** Ports under which it is registered or probed. */
  readonly ports: readonly number[];
  /** Paths of the health checks of its groups, without a query. */
  readonly healthPaths: readonly string[];
}
