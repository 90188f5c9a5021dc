import type { UserData } from "../../../userdata";
import type { BackOff, Supervision } from "./supervision";

/** What has to run: one instance, or whatever else is registered, however many groups and ports it is registered with. */
export interface TargetSpec {
  /** Identity, such as the Terraform address of the instance or `10.0.1.5`. Unique in a fleet. */
  readonly key: string;
  /** Who a stand-in says it is. */
  readonly name: string;
  /** Decoded user data of the instance; absent: a stand-in. */
  readonly userData?: UserData;
  /** Ports that groups send traffic and health checks to: those a stand-in listens on. */
  readonly ports: readonly number[];
  /**
   * Paths that answer 503 while its health is broken.
   * @default - that of its server's settings, else `/health`
   */
  readonly healthPaths?: readonly string[];
  /** Seconds that replace those of the user data, whose own suit a real deploy rather than Ctrl-C. */
  readonly drainSeconds?: number;
  readonly closeSeconds?: number;
  /**
   * Whether it comes back after a crash.
   * @default true
   */
  readonly restart?: boolean;
}

/** What is done to a target on purpose; the server's source knows nothing of it. */
export interface Fault {
  /** Every answer waits this long, health checks too, 0 to 600,000 ms. */
  readonly delayMs?: number;
  /** Its health paths answer 503. */
  readonly breakHealth?: boolean;
}

export interface TargetEvents {
  /** Its supervision changed; `before` is what it was. */
  change: [supervision: Supervision, before: Supervision];
}

/** A target as a supervised child process of this one. */
export interface TargetProcess {
  readonly key: string;
  readonly name: string;
  /** Why a stand-in runs here; absent: its own server does. */
  readonly standIn?: string;
  /** Process id and leader of its own process group; undefined while nothing runs. */
  readonly pid: number | undefined;
  readonly supervision: Supervision;
  readonly fault: Fault;
  /** Its own loopback address where the system has more than one, else 127.0.0.1. */
  readonly host: string;
  /** Ports of the instance -> ports on this machine, the same number wherever possible. */
  readonly ports: ReadonlyMap<number, number>;
  /** Where a port of the instance is reached; undefined: nothing listens there, so a connection would be refused. */
  reach(port: number): { readonly host: string; readonly port: number } | undefined;
  on<E extends keyof TargetEvents>(event: E, listener: (...values: TargetEvents[E]) => void): void;
  off<E extends keyof TargetEvents>(event: E, listener: (...values: TargetEvents[E]) => void): void;
  /** Starts it when it is down, at once even while it backs off. Settles when it is up, has crashed or has failed. */
  start(): Promise<void>;
  /** SIGTERM, SIGKILL once the unit's own stop timeout is over; settles when nothing of it is left. It stays down. */
  stop(): Promise<void>;
  /** Sends a signal, SIGKILL by default, as somebody outside would: a crash, so it comes back. False: nothing runs. */
  kill(signal?: NodeJS.Signals): boolean;
  /** Replaces what is done to it; holds over restarts. */
  setFault(fault: Fault): void;
}

/** Targets of one run: they share addresses, installed packages and a private directory. */
export interface Fleet {
  readonly targets: ReadonlyMap<string, TargetProcess>;
  /** Addresses are given in the order of the calls. Settles when the target is up, has crashed, has failed, or is late. */
  start(spec: TargetSpec): Promise<TargetProcess>;
  /** Stops a target and forgets it, its address and its files. */
  remove(key: string): Promise<void>;
  /** Stops everything and removes every file of this run. */
  close(): Promise<void>;
}

export interface FleetOptions {
  /**
   * Private directory for runs and installed packages.
   * @default - `cacheDirectory()`
   */
  readonly cacheDirectory?: string;
  /** Directories whose installed packages may be linked, in this order. */
  readonly linkFrom?: readonly string[];
  readonly backOff?: Partial<BackOff>;
  /**
   * How long `start` waits for a target to listen; the target goes on starting after that.
   * @default 10000
   */
  readonly startTimeoutMs?: number;
  /**
   * How long `stop` waits before SIGKILL where the unit does not say.
   * @default 90000 - as systemd does
   */
  readonly stopTimeoutMs?: number;
}
