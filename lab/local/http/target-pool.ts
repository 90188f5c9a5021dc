import type { AskedFor } from "../../alb";
import type { Endpoint } from "./contract";
import { Deadlines, tickFor } from "./deadlines";
import type { Timeouts } from "./options";
import { TargetConnection, type TargetOwner, type TargetUser } from "./target-connection";

interface Pooled {
  readonly all: Set<TargetConnection>;
  /** The one used last is taken first, so that the others can grow old and be closed. */
  readonly idle: TargetConnection[];
}

/** Connections to targets: none is opened in advance, every one is reused by whichever request comes next (P21). */
export class TargetPool implements TargetOwner {
  /** Connections ever opened. */
  opened = 0;
  readonly readBuffer = Buffer.allocUnsafeSlow(65_536);
  private readonly pools = new Map<string, Pooled>();
  private readonly deadlines: Deadlines;

  constructor(readonly timeouts: Timeouts) {
    this.deadlines = new Deadlines(tickFor([timeouts.connectMs, timeouts.targetTlsMs, timeouts.idleMs]));
  }

  /** A connection for this request alone; when it is not `ready` yet, `targetReady` or `targetFailed` will follow. */
  acquire(endpoint: Endpoint, user: TargetUser, asked: AskedFor): TargetConnection {
    const connection = this.reuse(endpoint) ?? this.open(endpoint);
    connection.use(user, asked);
    return connection;
  }

  keep(connection: TargetConnection): void {
    this.poolOf(connection.endpoint.key).idle.push(connection);
  }

  drop(connection: TargetConnection): void {
    this.deadlines.delete(connection);
    const { key } = connection.endpoint;
    const pool = this.pools.get(key);
    if (pool === undefined) return;
    pool.all.delete(connection);
    const at = pool.idle.indexOf(connection);
    if (at >= 0) pool.idle.splice(at, 1);
    if (pool.all.size === 0) this.pools.delete(key);
  }

  /** Idle and busy ones, of one target or of all. */
  count(key?: string): number {
    return this.sum(key, (pool) => pool.all.size);
  }

  /** Idle ones, of one target or of all. */
  idle(key?: string): number {
    return this.sum(key, (pool) => pool.idle.length);
  }

  /** Closes those of a target; what is in flight is broken off with this failure: 502 where no answer has begun. */
  close(key: string, failure: "deregistered" | "shutting-down" = "deregistered"): void {
    for (const connection of [...(this.pools.get(key)?.all ?? [])]) connection.fail(failure);
  }

  /** Of all targets, for good. */
  closeAll(): void {
    for (const key of [...this.pools.keys()]) this.close(key, "shutting-down");
  }

  private reuse(endpoint: Endpoint): TargetConnection | undefined {
    const idle = this.pools.get(endpoint.key)?.idle;
    for (let connection = idle?.pop(); connection !== undefined; connection = idle?.pop()) {
      if (fits(connection, endpoint)) return connection;
      connection.destroy();
    }
    return undefined;
  }

  private open(endpoint: Endpoint): TargetConnection {
    const connection = new TargetConnection(endpoint, this);
    this.opened += 1;
    this.poolOf(endpoint.key).all.add(connection);
    this.deadlines.add(connection);
    return connection;
  }

  private sum(key: string | undefined, size: (pool: Pooled) => number): number {
    const pools = key === undefined ? [...this.pools.values()] : [this.pools.get(key)];
    return pools.reduce((total, pool) => total + (pool === undefined ? 0 : size(pool)), 0);
  }

  private poolOf(key: string): Pooled {
    let pool = this.pools.get(key);
    if (pool === undefined) {
      pool = { all: new Set(), idle: [] };
      this.pools.set(key, pool);
    }
    return pool;
  }
}

function fits(connection: TargetConnection, endpoint: Endpoint): boolean {
  const has = connection.endpoint;
  const same = has.host === endpoint.host && has.port === endpoint.port && has.tls === endpoint.tls;
  return same && connection.usable && has.blackhole === endpoint.blackhole;
}
