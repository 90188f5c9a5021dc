import type { Timeouts } from "./http";

/** An input as somebody named it. */
export interface LabInput {
  /** Absolute path. */
  readonly path: string;
  readonly stack?: string;
}

/** How a lab is run; everything has a default. */
export interface LabOptions {
  /** What the lab is called where its topology has no name, such as that of its file. */
  readonly title?: string;
  /**
   * Address that the listeners listen on.
   * @default 127.0.0.1
   */
  readonly host?: string;
  /** Local port for a declared one; 0: any that is free. Without: 8000 more for ports below 1024, else the same. */
  readonly ports?: ReadonlyMap<number, number>;
  /** Servers that run already: URL by address, name or Terraform address of the target. */
  readonly targets?: ReadonlyMap<string, URL>;
  /**
   * File for the access log, one line a request.
   * @default - no log is written
   */
  readonly accessLog?: string;
  /**
   * Port of the dashboard.
   * @default 0 - any that is free
   */
  readonly dashboardPort?: number;
  /** Instead of the load balancer's own time limits, so that a test need not wait. Milliseconds. */
  readonly timeouts?: Partial<Timeouts>;
  /** How many times faster than declared health checks and delays run, so that a test need not wait. Default 1. */
  readonly speed?: number;
  /**
   * The input that its topology was read from; `findRunningLabs` then finds the lab while it runs.
   * @default - nobody finds it
   */
  readonly input?: LabInput;
  /** Directory for run files and installed packages. */
  readonly cacheDirectory?: string;
}
