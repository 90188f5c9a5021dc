/** What one server is told: the values of its environment file. `checkServerSettings` says which values are possible. */
export interface ServerSettings {
  /** Who answers: 1 to 63 letters, digits or hyphens. Appears in the greeting and in every log line. */
  readonly serverName: string;
  /**
   * Whether this is the first server, the one that greets with plain `Hello World`.
   * @default false - it greets with `Hello World from <serverName>`
   */
  readonly first?: boolean;
  /** Port the server takes traffic on, 1 to 65535. */
  readonly port: number;
  /**
   * Port the server answers health checks on, 1 to 65535. Another one than `port` opens a second listener.
   * @default - the same as `port`
   */
  readonly healthPort?: number;
  /** Path of the health check. Counted from the root whatever `basePath` is, and another one than `basePath`. */
  readonly healthPath: string;
  /** Path the server greets at. The load balancer does not strip it, so `/api` means that the server gets `/api`. */
  readonly basePath: string;
  /** How long an idle connection stays open, 1 to 7200 seconds. Must be above the load balancer's idle timeout. */
  readonly keepAliveSeconds: number;
  /** How long the server still serves after SIGTERM while its health check fails, 0 to 3600 seconds. */
  readonly drainSeconds: number;
  /**
   * How long the requests that remain after that may take, 0 to 3600 seconds.
   * @default 10
   */
  readonly closeSeconds?: number;
}

/** Major version of Node.js, from the packages of Amazon Linux 2023. */
export type NodeMajor = 22 | 24;

/** What a user data document can be rendered with beside the server's settings. */
export interface UserDataOptions {
  /**
   * Major version of Node.js that the instance installs and runs.
   * @default 24
   */
  readonly nodeMajor?: NodeMajor;
}

/** A file that the instance writes at its first start. */
export interface UserDataFile {
  /** Absolute path on the instance. */
  readonly path: string;
  /** Text of the file. Bytes that are not UTF-8 (a foreign document may hold some) are replaced. */
  readonly content: string;
  /** Mode in octal digits, such as `0644`. */
  readonly permissions: string;
  /** `user:group`; absent: root. */
  readonly owner?: string;
}

/** A systemd service unit among the files. */
export interface UserDataUnit {
  /** File name, such as `alb-lab.service`. */
  readonly name: string;
  readonly path: string;
  /** The command and its arguments. */
  readonly execStart: readonly string[];
  readonly workingDirectory?: string;
  /** Path of the environment file that it reads. */
  readonly environmentFile?: string;
  /** How long systemd waits after SIGTERM before it kills, drop-ins included. */
  readonly timeoutStopSeconds?: number;
  /** Text of the unit file, without drop-ins. */
  readonly text: string;
}

/** A user data document, read back. */
export interface UserData {
  /** The whole document as plain text. */
  readonly text: string;
  /** The files it writes, in order. Empty for anything but a cloud-config document. */
  readonly files: readonly UserDataFile[];
  /** The commands it runs at the first start, in order; text is for a shell, a list is a command with its arguments. */
  readonly commands: readonly (string | readonly string[])[];
  /** The first systemd service among the files. */
  readonly unit?: UserDataUnit;
  /** The environment of that service: its own variables and those of its environment file. */
  readonly environment: Readonly<Record<string, string>>;
  /** The settings of this project's server; undefined when the document is not one that `renderUserData` could make. */
  readonly settings?: ServerSettings;
}
