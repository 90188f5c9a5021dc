/** Sentences, and what throws where one does not hold of a stack as it is synthesized. */
export type Assertions = Readonly<Record<string, (stack: string) => void>>;

type Service = "web" | "api";

/** What an environment is meant to be. */
export interface Meaning {
  readonly scheme: "http" | "https";
  readonly tlsPolicy?: string;
  readonly services: readonly Service[];
  readonly serversOf: Readonly<Record<Service, readonly string[]>>;
  readonly delaySeconds: number;
  /** Defects that it has on purpose. */
  readonly except: readonly string[];
}

const serversOf = { web: ["Server-1", "Server-2"], api: ["api-1", "api-2"] };

export const meanings = {
  dev: { scheme: "http", services: ["web"], serversOf, delaySeconds: 30, except: [] },
  staging: { scheme: "http", services: ["web", "api"], serversOf, delaySeconds: 30, except: [] },
  prod: {
    scheme: "https",
    tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    services: ["web", "api"],
    serversOf,
    delaySeconds: 120,
    except: ["log-group-unencrypted", "load-balancer-without-firewall"],
  },
} as const satisfies Record<string, Meaning>;
