import { follow, type Link, type Listener, type Resource } from "../topology";
import { applicationListeners, isOfApplication, typeInArn } from "./application-listeners";
import type { Subject } from "./subject";

/** A certificate where it is given to a listener: by the listener itself, or by a resource of its own. */
export interface GivenCertificate {
  /** The resource that says `certificate_arn`. */
  readonly at: Resource;
  /** Absent: not in this input, or nobody knows. */
  readonly listener?: Listener;
  readonly certificate: Link;
}

/** Certificates of listeners of application load balancers. */
export function givenCertificates(subject: Subject): readonly GivenCertificate[] {
  return [...ownCertificates(subject), ...addedCertificates(subject)];
}

function ownCertificates(subject: Subject): readonly GivenCertificate[] {
  return applicationListeners(subject).flatMap((listener) => {
    const at = subject.resource(listener.address);
    const certificate = at?.link("certificate_arn");
    return at === undefined || certificate === undefined ? [] : [{ at, listener, certificate }];
  });
}

/** Those of `aws_lb_listener_certificate`. */
export function addedCertificates(subject: Subject): readonly GivenCertificate[] {
  return certificateResources(subject).flatMap((at) => {
    const certificate = at.link("certificate_arn");
    const to = at.link("listener_arn");
    if (certificate === undefined || to === undefined) return [];
    const listener = follow(subject.topology.listeners, to);
    if (listener !== undefined)
      return isOfApplication(subject, listener) ? [{ at, listener, certificate }] : [];
    const type = typeInArn(to);
    return type === undefined || type === "application" ? [{ at, certificate }] : [];
  });
}

export function certificateResources(subject: Subject): readonly Resource[] {
  return subject.resources("aws_lb_listener_certificate", "aws_alb_listener_certificate");
}
