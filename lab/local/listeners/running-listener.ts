import type { LabContext } from "../balancer/lab-context";
import { ListenerBalancing } from "../balancer/listener-balancing";
import type { ListenerView } from "../balancer/listener-view";
import { type HttpListener, startHttpListener, type TargetPool } from "../http";
import type { LabOptions } from "../lab-options";
import { listenerTls } from "../tls";
import { localPort, openOnFreePort } from "./local-port";

/** A declared listener while the lab runs. One that nobody may reach has no port here either. */
export class RunningListener {
  readonly #balancing: ListenerBalancing;
  readonly #options: LabOptions;
  #http: HttpListener | undefined;
  /** The port that was wanted, where another one had to be taken. */
  taken: number | undefined;

  constructor(view: ListenerView, context: LabContext, options: LabOptions) {
    this.#balancing = new ListenerBalancing(view, context);
    this.#options = options;
  }

  get view(): ListenerView {
    return this.#balancing.view;
  }

  /** Undefined while it is not open. */
  get port(): number | undefined {
    return this.#http?.port;
  }

  /** Where clients on this machine reach it. */
  get url(): string | undefined {
    if (!this.#http) return undefined;
    const { host = "127.0.0.1" } = this.#options;
    const name = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
    return `${this.view.protocol}://${name.includes(":") ? `[${name}]` : name}:${this.#http.port}/`;
  }

  /** Takes other rules and groups from the next request on. */
  change(view: ListenerView): void {
    this.#balancing.view = view;
  }

  async open(targets: TargetPool): Promise<void> {
    const { listener, loadBalancer } = this.view;
    if (listener.unreachable !== undefined) return;
    const { host = "127.0.0.1", ports = new Map(), cacheDirectory } = this.#options;
    const tls =
      listener.protocol === "HTTPS"
        ? await listenerTls(listener, { http2: loadBalancer.attributes.http2, cacheDirectory })
        : undefined;
    const wanted = localPort(listener.port, ports);
    this.#http = await openOnFreePort(wanted, (port) =>
      startHttpListener({
        host,
        port,
        ...(tls && { tls }),
        timeouts: targets.timeouts,
        balancing: this.#balancing,
        targets,
      }),
    );
    this.taken = wanted !== 0 && this.#http.port !== wanted ? wanted : undefined;
  }

  async close(): Promise<void> {
    await this.#http?.stop();
    this.#http = undefined;
  }
}
