import { LabError } from "../lab-error";
import { type Hold, type TakePort, takePort } from "./take-port";

/** Where a target's ports are on this machine. */
export interface Placement {
  readonly host: string;
  /** Ports of the instance -> ports of this machine. */
  readonly ports: ReadonlyMap<number, number>;
  /** Gives the ports back to other targets. */
  release(): void;
}

export interface Addresses {
  /** A place for these ports. Calls are answered in their order, so that equal runs give equal places. */
  claim(ports: readonly number[]): Promise<Placement>;
}

const SHARED = "127.0.0.1";
const FIRST_OWN = 11;
const LAST_OWN = 254;
/** How many addresses are tried for the ports' own numbers: each may be taken by another run of the lab. */
const ATTEMPTS = 16;

/**
 * Hands out loopback addresses, from 127.0.0.11 up, each to one target, with the ports' own numbers where they are
 * free. Where the system has 127.0.0.1 only (macOS), all share it, and ports get other numbers.
 */
export function createAddresses(take: TakePort = takePort): Addresses {
  const hosts = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  async function place(ports: readonly number[]): Promise<Placement> {
    let usable: string | undefined;
    for (const host of candidates(hosts)) {
      const holds = await takeAll(take, host, ports);
      if (holds !== undefined) return placement(host, holds);
      usable ??= await usableHost(take, host);
    }
    const host = usable ?? SHARED;
    return placement(host, await takeMapped(take, host, ports));
  }

  function placement(host: string, holds: ReadonlyMap<number, Hold>): Placement {
    if (host !== SHARED) hosts.add(host);
    return {
      host,
      ports: new Map([...holds].map(([port, hold]) => [port, hold.port])),
      release() {
        hosts.delete(host);
        for (const hold of holds.values()) hold.release();
      },
    };
  }

  return {
    claim(ports) {
      const placed = turn.then(() => place([...new Set(ports)]));
      turn = placed.catch(() => {});
      return placed;
    },
  };
}

function* candidates(hosts: ReadonlySet<string>): Generator<string> {
  let attempts = 0;
  for (let last = FIRST_OWN; last <= LAST_OWN && attempts < ATTEMPTS; last += 1) {
    const host = `127.0.0.${last}`;
    if (hosts.has(host)) continue;
    attempts += 1;
    yield host;
  }
  yield SHARED;
}

/** All of these ports by their own numbers, or none of them. */
async function takeAll(
  take: TakePort,
  host: string,
  ports: readonly number[],
): Promise<ReadonlyMap<number, Hold> | undefined> {
  if (ports.length === 0) return (await usableHost(take, host)) === undefined ? undefined : new Map();
  const holds = new Map<number, Hold>();
  for (const port of ports) {
    const hold = await take(host, port);
    if (hold === undefined) {
      for (const taken of holds.values()) taken.release();
      return undefined;
    }
    holds.set(port, hold);
  }
  return holds;
}

/** These ports, with another number where the own one cannot be had. */
async function takeMapped(
  take: TakePort,
  host: string,
  ports: readonly number[],
): Promise<ReadonlyMap<number, Hold>> {
  const holds = new Map<number, Hold>();
  for (const port of ports) {
    const hold = (await take(host, port)) ?? (await take(host, 0));
    if (hold === undefined)
      throw new LabError(`${host} must have a free port, got none; close other programs`);
    holds.set(port, hold);
  }
  return holds;
}

/** This host, if the system lets anybody listen on it. */
async function usableHost(take: TakePort, host: string): Promise<string | undefined> {
  const hold = await take(host, 0);
  hold?.release();
  return hold && host;
}
