import type { ZoneDirectory } from "../balancer/zone-directory";

export interface ClientHabits {
  /** False: every request has a connection of its own. */
  readonly keepsConnections: boolean;
  /** How long the load balancer lets a connection live. */
  readonly lifetimeMs: number;
}

/** What a client's `AWSALB` cookie says. */
export interface Tie {
  readonly group: string;
  readonly target: string;
  readonly untilMs: number;
}

/** Somebody who asks: with the cookies that came back, on a connection to the node of one zone. */
export class Client {
  /** Not sealed as the cookie is: to seal and open it for every request would take most of the time of a run. */
  tie: Tie | undefined;
  readonly #habits: ClientHabits;
  readonly #cookies = new Map<string, string>();
  #header: readonly string[] = [];
  #zone: string | undefined;
  #connectedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(habits: ClientHabits) {
    this.#habits = habits;
  }

  /** Values of the `Cookie` headers. */
  get cookies(): readonly string[] {
    return this.#header;
  }

  /** The zone of the node that takes the request. */
  zone(directory: ZoneDirectory, nowMs: number): string | undefined {
    if (nowMs >= this.#connectedUntilMs) {
      const { keepsConnections, lifetimeMs } = this.#habits;
      this.#zone = directory.next(nowMs);
      this.#connectedUntilMs = keepsConnections ? nowMs + lifetimeMs : nowMs;
    }
    return this.#zone;
  }

  /** Cookies are kept as long as the run lasts: those of a load balancer live for days. */
  receive(setCookies: readonly string[]): void {
    if (setCookies.length === 0) return;
    for (const text of setCookies) {
      const [pair = ""] = text.split(";");
      const equals = pair.indexOf("=");
      if (equals > 0) this.#cookies.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
    this.#header = [[...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ")];
  }
}
