import { type AutoScalingGroup, type Instance, isUnknown } from "../topology";
import { RelaySearch } from "./relays";
import { codeOf, portInCode } from "./server-code";

type UserData = Exclude<NonNullable<Instance["userData"]>, { readonly unknown: string }>;

/** What a server says of itself in its user data. */
export interface ServerWords {
  /**
   * Whether these are the settings of the embedded server. If not, they were read out of code or variables that
   * anybody may have written.
   */
  readonly isCertain: boolean;
  readonly port: number;
  /** Every port that it listens on. */
  readonly ports: readonly number[];
  readonly healthPath?: string;
  readonly basePath?: string;
  readonly keepAliveSeconds?: number;
  /** Under which it answers. */
  readonly name?: string;
  /** Whether it greets with a plain `Hello World`. */
  readonly first?: boolean;
}

const relays = new RelaySearch();
const answers = new WeakMap<UserData, { readonly words: ServerWords | undefined }>();

/** What the user data of a server says; `undefined`: nothing that can be understood. */
export function serverWords({ userData }: Instance | AutoScalingGroup): ServerWords | undefined {
  if (userData === undefined || isUnknown(userData)) return undefined;
  const answer = answers.get(userData) ?? { words: wordsOf(userData) };
  answers.set(userData, answer);
  return answer.words;
}

function wordsOf(userData: UserData): ServerWords | undefined {
  if (relays.in(userData)) return undefined;
  return settingsOf(userData) ?? fromVariables(userData) ?? fromCode(userData);
}

function settingsOf({ settings }: UserData): ServerWords | undefined {
  if (settings === undefined) return undefined;
  const {
    serverName,
    first = false,
    port,
    healthPort = port,
    healthPath,
    basePath,
    keepAliveSeconds,
  } = settings;
  const ports = [...new Set([port, healthPort])];
  return { isCertain: true, port, ports, healthPath, basePath, keepAliveSeconds, name: serverName, first };
}

/** By convention a service listens on `PORT`. */
function fromVariables(userData: UserData): ServerWords | undefined {
  const { environment, files } = userData;
  const services = files.filter(({ path }) => path.endsWith(".service"));
  const port = portOf(environment.PORT);
  if (services.length !== 1 || port === undefined) return undefined;
  const healthPort = portOf(environment.HEALTH_PORT) ?? port;
  const ports = [...new Set([port, healthPort])];
  const keepAliveSeconds = keepAliveInCode(userData);
  return {
    isCertain: false,
    port,
    ports,
    ...(environment.SERVER_NAME !== undefined && { name: environment.SERVER_NAME }),
    ...(keepAliveSeconds !== undefined && { keepAliveSeconds }),
  };
}

function fromCode(userData: UserData): ServerWords | undefined {
  const port = portInCode(codeOf(userData));
  if (port === undefined) return undefined;
  const keepAliveSeconds = keepAliveInCode(userData);
  return {
    isCertain: false,
    port,
    ports: [port],
    ...(keepAliveSeconds !== undefined && { keepAliveSeconds }),
  };
}

function portOf(text = ""): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Node.js closes idle connections after 5 seconds unless the code says otherwise (Y9). */
function keepAliveInCode(userData: UserData): number | undefined {
  const code = codeOf(userData);
  const isNodeServer =
    /\.listen\s*\(/.test(code) && /(require\(|from\s+)["'](node:http|http|express)["']/.test(code);
  if (!isNodeServer) return undefined;
  if (!/keepAlive/i.test(code)) return 5;
  const [, product = ""] =
    /keepAliveTimeout\s*[=:]\s*([\d_]+(?:\s*\*\s*[\d_]+)*)\s*[;,\n})]/.exec(code) ?? [];
  if (product === "") return undefined;
  const factors = product.split("*").map((factor) => Number(factor.replaceAll("_", "").trim()));
  return factors.reduce((all, factor) => all * factor, 1) / 1000;
}
