import { isFor } from "../../alb";
import { type Certificate, isUnknown, type Knowable, type Link, type Listener } from "../../topology";
import type { Comparison } from "../comparison";
import { isSameLink, keyOf, mayShowCertificate, type StandingListener } from "./standing-listeners";

/** What clients of a listener lose with a certificate. */
export interface CertificateLoss {
  readonly certificate: Certificate;
  /** Names that no other certificate is for. */
  readonly names: Knowable<readonly string[]>;
  /** `unsure`: it goes, and whether another is for its names nobody can tell. `moment`: until it is added again. */
  readonly kind: "for-good" | "unsure" | "moment";
}

/** Each certificate once; the default one is told where it is changed, unless names of it are surely lost. */
export function certificateLosses(
  comparison: Comparison,
  { before, after }: StandingListener,
): readonly CertificateLoss[] {
  if (before.certificates.length === 0 || after.certificates.length === 0) return [];
  // one that speaks plain HTTP from then on shows none, and that is told
  if (!mayShowCertificate(after)) return [];
  const again = addedAgain(comparison, before);
  const isAddedAgain = ({ certificate, isDefault }: Certificate) =>
    !isDefault && keyOf(certificate) !== undefined && again.has(keyOf(certificate));
  return before.certificates.flatMap((certificate): CertificateLoss[] => {
    const left = bareNames(certificate, after.certificates);
    const stays = after.certificates.some((other) => isSame(certificate, other));
    if (!isUnknown(left) && left.length > 0) return [{ certificate, names: left, kind: "for-good" }];
    if (!stays && !certificate.isDefault && isUnknown(left))
      return [{ certificate, names: certificate.names, kind: "unsure" }];
    if (!isAddedAgain(certificate)) return [];
    const others = before.certificates.filter((other) => !isAddedAgain(other));
    const missing = bareNames(certificate, others);
    return isUnknown(missing) || missing.length > 0 ? [{ certificate, names: missing, kind: "moment" }] : [];
  });
}

/** Names of a certificate that no other is for; unknown where some name is. */
function bareNames({ names }: Certificate, others: readonly Certificate[]): Knowable<readonly string[]> {
  if (isUnknown(names)) return names;
  const known = others.flatMap((other) => (isUnknown(other.names) ? [] : other.names));
  const bare = names.filter((name) => !known.some((one) => isWithin(name, one)));
  const unsure = others.map((other) => other.names).find(isUnknown);
  return bare.length > 0 && unsure !== undefined ? unsure : bare;
}

/** Whether one name of a certificate, or all that its `*` stands for, is within another. */
function isWithin(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase() || (!name.startsWith("*.") && isFor(other, name));
}

function isSame(one: Certificate, other: Certificate): boolean {
  return isSameLink(one.certificate, other.certificate);
}

/** Certificates that are taken from a listener that stays, and added again later, by address or ARN. */
function addedAgain(comparison: Comparison, listener: Listener): ReadonlySet<string | undefined> {
  if (comparison.isReplaced(listener)) return new Set();
  const additions = comparison
    .changesTo(["replace"], "aws_lb_listener_certificate", "aws_alb_listener_certificate")
    .filter(({ first }) => first !== "create");
  return new Set(
    additions.flatMap(({ address }) => {
      const resource = comparison.before.resource(address);
      const [to, of] = [resource?.link("listener_arn"), resource?.link("certificate_arn")];
      const isOwn = to !== undefined && keyOf(to) === listener.address;
      return isOwn && of !== undefined ? [keyOf(validated(comparison, of))] : [];
    }),
  );
}

function validated({ before }: Comparison, link: Link): Link {
  const resource = "address" in link ? before.resource(link.address) : undefined;
  return resource?.type === "aws_acm_certificate_validation"
    ? (resource.link("certificate_arn") ?? link)
    : link;
}
