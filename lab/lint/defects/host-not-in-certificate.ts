import { isFor } from "../../alb";
import type { Certificate, ListenerRule } from "../../topology";
import { isUnknown, type Listener } from "../../topology";
import { listenersOver } from "../application-listeners";
import type { Defect } from "../defect";
import { certificateResources } from "../given-certificates";
import type { Subject } from "../subject";
import { enumerate, known, knownOf, quoted } from "../values";

/** A client that asks for a host gets a certificate that is not for it, and goes no further. */
export const hostNotInCertificate: Defect = {
  id: "host-not-in-certificate",
  severity: "warning",
  facts: ["R2", "R20"],
  *find(subject) {
    for (const listener of listenersOver(subject, "HTTPS")) {
      const names = namesOf(listener, subject);
      if (names === undefined) continue;
      for (const rule of subject.rulesOf(listener)) {
        const bare = hostsOf(rule).filter((host) => !names.some((name) => isFor(name, host)));
        if (bare.length === 0) continue;
        yield {
          at: rule,
          message: `a host_header value must be a name of a certificate of ${listener.address}, got ${enumerate(bare.map(quoted))}`,
          fix: "add the host to subject_alternative_names, or a certificate for it by aws_lb_listener_certificate",
        };
      }
    }
  },
};

/** Names of all certificates; `undefined`: not all of them are known. */
function namesOf({ certificates }: Listener, subject: Subject): readonly string[] | undefined {
  if (certificates.length === 0 || certificateResources(subject).some(isAddedSomewhere)) return undefined;
  const names = certificates.map((certificate: Certificate) => known(certificate.names));
  return names.every((list) => list !== undefined) ? names.flat() : undefined;
}

function isAddedSomewhere(resource: ReturnType<typeof certificateResources>[number]): boolean {
  const listener = resource.link("listener_arn");
  return listener !== undefined && isUnknown(listener);
}

/** Hosts without wildcards, as far as they can be hosts. */
function hostsOf({ conditions }: ListenerRule): readonly string[] {
  const values = knownOf(conditions).flatMap((condition) =>
    condition.kind === "host-header" ? knownOf(condition.values) : [],
  );
  return [...new Set(values)].filter((value) => /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(value));
}
