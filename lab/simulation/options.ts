/** One request of a mix. */
export interface WeightedRequest {
  /** Method and URL, such as `GET https://shop.example.com/api?page=2`. */
  readonly request: string;
  /**
   * How often it is asked, in proportion to the others.
   * @default 1
   */
  readonly weight?: number;
  /** Headers that rules look at, besides `Host`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who asks what, and how servers answer, in a simulation. */
export interface SimulationOptions {
  /** What clients ask: one request, or a mix of which every request is drawn. */
  readonly request: string | readonly WeightedRequest[];
  /**
   * Requests a second, more than 0.
   * @default 100
   */
  readonly requestsPerSecond?: number;
  /**
   * `even`: all the same time apart. `poisson`: independent of each other, as by many people.
   * @default "even"
   */
  readonly arrivals?: "even" | "poisson";
  /**
   * Clients, who ask in turn. Each has its own cookies and its own connection to the node of one zone.
   * @default 10
   */
  readonly clients?: number;
  /**
   * Whether clients keep their connections, as long as the load balancer lets them. Without, every request goes to a
   * node that DNS names at most a minute earlier; that counts only where cross-zone load balancing is off.
   * @default true
   */
  readonly keepsConnections?: boolean;
  /**
   * Decides all that is left to chance: when in its interval a target is probed, draws between weighted groups and
   * targets, Poisson arrivals. The same seed gives the same run.
   * @default 1
   */
  readonly seed?: number;
  /**
   * How targets are when the run begins: `settled`, probed for long enough that their states have become what their
   * health checks say, or `registered` in that moment, and probed at once.
   * @default "settled"
   */
  readonly begin?: "settled" | "registered";
  /**
   * Targets that are up and not registered until the drill does it, by name.
   * @default - all that the input registers are
   */
  readonly notYetRegistered?: readonly string[];
  /**
   * Milliseconds that a server takes to answer, of all of them or by name. However many requests it has: load does not
   * slow it.
   * @default 5
   */
  readonly serviceMilliseconds?: number | Readonly<Record<string, number>>;
  /**
   * Seconds from the start of a stopped or vanished instance until its server listens. Meanwhile connections are
   * refused.
   * @default 60
   */
  readonly bootSeconds?: number;
  /**
   * Seconds from the start of a server's process until it listens.
   * @default 1
   */
  readonly serverStartSeconds?: number;
  /**
   * Seconds from a crash to the next start of the process, or `never`.
   * @default - what the systemd unit in the instance's user data says (`Restart`, `RestartSec`); without a unit, never
   */
  readonly restartSeconds?: number | "never";
  /**
   * Address, construct path or name of the load balancer that is asked.
   * @default - the only one there is
   */
  readonly loadBalancer?: string;
}
