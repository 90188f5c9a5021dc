import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import type { Certificate, Listener } from "../model/listener";
import { buildActions } from "./action";
import { buildCertificate, certificateOf } from "./certificate";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { buildListenerAttributes } from "./listener-attributes";

/** @param added certificates that resources of their own add to this listener */
export function buildListener(resource: Resource, declared: Declared, added: readonly Link[]): Listener {
  const fields = fieldsOf(resource);
  const loadBalancer = declared.link(fields, "load_balancer_arn", "load balancer");
  const protocol = inCapitals(fields.text("protocol", defaultProtocol(loadBalancer, declared)));
  const sslPolicy = sslPolicyOf(fields, protocol);
  return {
    ...elementOf(resource),
    loadBalancer,
    port: fields.number("port", unknown("port is not set")),
    protocol,
    ...(sslPolicy === undefined ? {} : { sslPolicy }),
    certificates: certificatesOf(fields, declared, added),
    defaultActions: buildActions(fields, "default_action", declared),
    attributes: buildListenerAttributes(fields, protocol),
  };
}

/** The provider takes small letters and hands on capitals. */
function inCapitals(protocol: Knowable<string>): Knowable<string> {
  return isUnknown(protocol) ? protocol : protocol.toUpperCase();
}

/** The provider fills in HTTP for application load balancers only (TF50). */
function defaultProtocol(link: Link, declared: Declared): Knowable<string> {
  const loadBalancer = declared.find("load balancer", link);
  const type = loadBalancer && fieldsOf(loadBalancer).text("load_balancer_type", "application");
  const isApplication =
    type === "application" || ("external" in link && link.external.includes(":loadbalancer/app/"));
  return isApplication ? "HTTP" : unknown("protocol is not set");
}

function sslPolicyOf(fields: Fields, protocol: Knowable<string>): Knowable<string> | undefined {
  if (isUnknown(protocol)) return fields.textIfSet("ssl_policy");
  return /^(HTTPS|TLS)$/.test(protocol) ? fields.text("ssl_policy", "ELBSecurityPolicy-2016-08") : undefined;
}

function certificatesOf(fields: Fields, declared: Declared, added: readonly Link[]): readonly Certificate[] {
  const first = certificateOf(fields, declared);
  return [
    ...(first === undefined ? [] : [buildCertificate(first, true, declared)]),
    ...added.map((link) => buildCertificate(link, false, declared)),
  ];
}
