import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import type { Certificate } from "../model/listener";
import { append } from "./append";
import { type Declared, fieldsOf } from "./declared";
import type { Fields } from "./fields";

export function buildCertificate(certificate: Link, isDefault: boolean, declared: Declared): Certificate {
  return { certificate, isDefault, names: namesOf(certificate, declared) };
}

/** Certificates that resources of their own add to listeners, by the address of the listener. */
export function addedCertificates(declared: Declared): ReadonlyMap<string, readonly Link[]> {
  const added = new Map<string, Link[]>();
  for (const resource of declared.all("listener certificate")) {
    const fields = fieldsOf(resource);
    const listener = declared.link(fields, "listener_arn", "listener");
    if (!("address" in listener)) continue;
    const certificate = certificateOf(fields, declared) ?? unknown("certificate_arn is not set");
    append(added, listener.address, certificate);
  }
  return added;
}

/** A certificate of IAM or of a private authority is as good as one of ACM. */
export function certificateOf(fields: Fields, declared: Declared): Link | undefined {
  const link = fields.link("certificate_arn");
  if (link === undefined || !("address" in link)) return link;
  const isOther = declared.graph.resource(link.address)?.type === "aws_iam_server_certificate";
  return isOther ? link : declared.resolve(link, "certificate");
}

function namesOf(link: Link, declared: Declared): Knowable<readonly string[]> {
  if (isUnknown(link)) return link;
  const certificate = declared.find("certificate", link);
  if (certificate === undefined || certificate.mode === "data")
    return unknown("the certificate is not declared in this input");
  return declaredNames(certificate);
}

function declaredNames(certificate: Resource): Knowable<readonly string[]> {
  const fields = fieldsOf(certificate);
  const domain = fields.text("domain_name", unknown("domain_name is not set: an imported certificate"));
  const alternatives = fields.texts("subject_alternative_names");
  if (isUnknown(alternatives)) return alternatives;
  const names = [domain, ...alternatives];
  const known = names.filter((name): name is string => !isUnknown(name));
  return names.find(isUnknown) ?? [...new Set(known)];
}
