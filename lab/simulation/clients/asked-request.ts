import { type CompiledRule, decide, examineRequest, type RequestFacts } from "../../alb";
import type { ListenerPlan, LoadBalancerPlan } from "../setup/types";
import { SimulationError } from "../simulation-error";

/** A request of the mix. */
export interface AskedRequest {
  readonly facts: RequestFacts;
  readonly rule: CompiledRule;
}

/** Of documentation, so that nobody has it (RFC 5737). */
const sourceIp = "203.0.113.10";

/**
 * What a text such as `GET https://shop.example.com/api?page=2` asks for, and which rule answers it.
 *
 * @param headers names in any case
 * @throws SimulationError where that is not certain, or nobody listens
 */
export function askedRequest(
  text: string,
  headers: Readonly<Record<string, string>>,
  lb: LoadBalancerPlan,
): AskedRequest {
  const [, method = "", scheme, authority = "", rest = ""] =
    /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (https?):\/\/([^/?#\s]+)([^#\s]*)$/.exec(text) ?? [];
  if (scheme === undefined)
    throw new SimulationError(
      `request: must be a method and a URL, such as "GET https://shop.example.com/api", got ${JSON.stringify(text)}`,
    );
  const protocol = scheme === "https" ? "https" : "http";
  const listener = findListener(text, protocol, authority, lb);
  const target = rest.startsWith("/") ? rest : `/${rest}`;
  const raw = ["Host", authority, ...Object.entries(headers).flat()];
  const examined = examineRequest({ method, target, version: "1.1", headers: raw }, lb);
  if ("status" in examined)
    throw new SimulationError(
      `${text}: must be a request that rules are asked about, got one that is answered ${examined.status}`,
    );
  const { host, path, query } = examined.destination;
  const known = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]));
  const header = (name: string) => known.get(name) ?? none;
  const facts: RequestFacts = { method, host, path, query, header, sourceIp, protocol, port: listener.port };
  return { facts, rule: certainRule(text, listener, facts) };
}

const none: readonly string[] = [];

function certainRule(text: string, listener: ListenerPlan, facts: RequestFacts): CompiledRule {
  const { rule, unsure } = decide(listener.rules, facts);
  const [doubt] = unsure;
  if (doubt === undefined) return rule;
  throw new SimulationError(
    `${text}: must be answered by a rule that is known, got ${doubt.address}, which may answer it or not; simulate a plan`,
  );
}

function findListener(
  text: string,
  protocol: "http" | "https",
  authority: string,
  { listeners }: LoadBalancerPlan,
): ListenerPlan {
  const port = Number(/:(\d+)$/.exec(authority)?.[1] ?? (protocol === "https" ? 443 : 80));
  const found = listeners.find((listener) => listener.port === port && listener.protocol === protocol);
  if (found !== undefined && !found.isClosed) return found;
  const there = listeners.map((listener) => `${listener.protocol.toUpperCase()} ${listener.port}`).join(", ");
  throw new SimulationError(
    found === undefined
      ? `${text}: must go to a listener, got ${protocol.toUpperCase()} ${port}; there are ${there || "none"}`
      : `${text}: must be let in, got ${found.address}, whose port no security group of the load balancer admits`,
  );
}
