import { createServer } from "node:net";
import { LabError } from "../lab-error";

/** Where a target's ports are on this machine. */
export interface Placement {
  readonly host: string;
  /** Ports of the instance -> ports of this machine. */
  readonly ports: ReadonlyMap<number, number>;
}

export interface Addresses {
  /** A place for these ports. Calls are answered in their order, so that equal runs give equal places. */
  claim(ports: readonly number[]): Promise<Placement>;
  release(placement: Placement): void;
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
export function createAddresses(canBind: CanBind = bindOnce): Addresses {
  const hosts = new Set<string>();
  const taken = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  async function place(ports: readonly number[]): Promise<Placement> {
    let fallback: string | undefined;
    for (const host of candidates(hosts)) {
      const free = await Promise.all((ports.length > 0 ? ports : [0]).map((port) => isFree(host, port)));
      if (free.every(Boolean)) return { host, ports: new Map(ports.map((port) => [port, port])) };
      if (fallback === undefined && (await canBind(host, 0)) !== undefined) fallback = host;
    }
    return mapped(fallback ?? SHARED, ports);
  }

  async function isFree(host: string, port: number): Promise<boolean> {
    return !taken.has(`${host}:${port}`) && (await canBind(host, port)) !== undefined;
  }

  async function mapped(host: string, ports: readonly number[]): Promise<Placement> {
    const map = new Map<number, number>();
    for (const port of ports) {
      const local = (await isFree(host, port)) ? port : await freePort(host, new Set(map.values()));
      map.set(port, local);
    }
    return { host, ports: map };
  }

  async function freePort(host: string, own: ReadonlySet<number>): Promise<number> {
    for (;;) {
      const port = await canBind(host, 0);
      if (port === undefined)
        throw new LabError(`${host} must have a free port, got none; close other programs`);
      if (!taken.has(`${host}:${port}`) && !own.has(port)) return port;
    }
  }

  return {
    claim(ports) {
      const placed = turn.then(async () => {
        const placement = await place([...new Set(ports)]);
        if (placement.host !== SHARED) hosts.add(placement.host);
        for (const port of placement.ports.values()) taken.add(`${placement.host}:${port}`);
        return placement;
      });
      turn = placed.catch(() => {});
      return placed;
    },
    release({ host, ports }) {
      hosts.delete(host);
      for (const port of ports.values()) taken.delete(`${host}:${port}`);
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

/** The port that was bound, or undefined when that is not possible. 0 asks for any. */
export type CanBind = (host: string, port: number) => Promise<number | undefined>;

const bindOnce: CanBind = (host, port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
