import type { Link, Listener, Resource } from "../../topology";
import { listenersOver } from "../application-listeners";
import type { Defect, Flaw } from "../defect";
import { addedCertificates } from "../given-certificates";
import type { Subject } from "../subject";
import { enumerate, known } from "../values";

/** Without TLS there is nothing to show a certificate in. */
export const certificateOnHttp: Defect = {
  id: "certificate-on-http",
  severity: "error",
  facts: ["B5", "R2"],
  *find(subject) {
    for (const listener of listenersOver(subject, "HTTP")) yield* ofListener(listener, subject);
    for (const { at, listener } of addedCertificates(subject)) {
      if (listener === undefined || known(listener.protocol) !== "HTTP") continue;
      yield {
        at,
        message: `a certificate must be added to an HTTPS listener, got ${listener.address}, which is HTTP`,
        fix: "remove it, or make the listener HTTPS",
      };
    }
  },
};

function* ofListener(listener: Listener, subject: Subject): Iterable<Flaw> {
  const resource = subject.resource(listener.address);
  if (resource === undefined) return;
  const set = [
    ...(isThere(resource.link("certificate_arn"), subject) ? ["certificate_arn"] : []),
    ...(isWritten(resource, "ssl_policy", subject) ? ["ssl_policy"] : []),
  ];
  if (set.length === 0) return;
  const how = resource.value("protocol") ? "" : "; protocol is not set, which means HTTP";
  yield {
    at: listener,
    message: `an HTTP listener must have neither certificate_arn nor ssl_policy, got ${enumerate(set)}${how}`,
    fix: `remove ${enumerate(set)}, or set protocol to HTTPS`,
  };
}

/** What a value leads to that is not known may be nothing. */
function isThere(link: Link | undefined, subject: Subject): boolean {
  if (link === undefined) return false;
  if ("external" in link) return true;
  return "address" in link && subject.resource(link.address)?.instances === undefined;
}

/** Plans and states also hold what the provider has filled in. */
function isWritten(resource: Resource, argument: string, { topology }: Subject): boolean {
  const value = resource.value(argument);
  return topology.source.kind === "synth" && typeof value === "string" && value !== "";
}
