import type { Listener, LoadBalancer } from "../../topology";
import { isUnknown } from "../../topology";
import { leadsTo, type Subject } from "../subject";
import { known, knownOf } from "../values";
import { accepts } from "./language";
import { testOf } from "./region";
import { routesOf } from "./routes-of";

/**
 * Whether requests for a host come to a load balancer: DNS says so where it is declared here; a rule for just this host
 * says so too. A pattern or a certificate only suggests it, as the name may lead elsewhere.
 */
export function comesHere(subject: Subject, lb: LoadBalancer, host: string): "surely" | "maybe" | "no" {
  if (hasRecord(subject, lb, host)) return "surely";
  const listeners = subject.listenersOf(lb);
  const found = listeners.map((listener) => namedBy(subject, listener, host));
  if (found.includes("surely")) return "surely";
  return found.includes("maybe") ? "maybe" : "no";
}

function hasRecord(subject: Subject, lb: LoadBalancer, host: string): boolean {
  return subject.resources("aws_route53_record").some((record) => {
    const name = record.value("name");
    if (typeof name !== "string" || name.toLowerCase().replace(/\.$/, "") !== host) return false;
    const aliases = record.blocks("alias");
    return !isUnknown(aliases) && aliases.some((alias) => leadsTo(alias.link("name"), lb));
  });
}

function namedBy(subject: Subject, listener: Listener, host: string): "surely" | "maybe" | "no" {
  const { space, compiled } = routesOf(subject, listener);
  const hosts = compiled.rules.flatMap(({ conditions }) => conditions.filter(({ part }) => part === "host"));
  if (hosts.some(({ values }) => values.some(({ source }) => source.toLowerCase() === host))) return "surely";
  const isIn = hosts.some((condition) => {
    const specific = condition.values.filter(({ source }) => source.replace(/[*?.]/g, "") !== "");
    const test = testOf(space, condition, specific);
    return test !== undefined && accepts(test.language, host);
  });
  const names = listener.certificates.flatMap(({ names }) => knownOf(known(names)));
  return isIn || names.some((name) => name.toLowerCase() === host) ? "maybe" : "no";
}
