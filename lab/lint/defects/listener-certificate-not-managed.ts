import type { Link } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";

/** A certificate of IAM is not renewed by anybody. */
export const listenerCertificateNotManaged: Defect = {
  id: "listener-certificate-not-managed",
  severity: "warning",
  facts: ["NIST.800.53.R5-ELBv2ACMCertificateRequired"],
  *find(subject) {
    for (const listener of subject.listeners()) {
      const ofIam = listener.certificates.some(({ certificate }) => isOfIam(subject, certificate));
      if (!ofIam) continue;
      yield {
        at: listener,
        message: "certificates of a listener must be of ACM, got a server certificate of IAM",
        fix: "request the certificate with aws_acm_certificate; ACM renews it",
      };
    }
  },
};

function isOfIam(subject: Subject, link: Link): boolean {
  if ("external" in link) return /^arn:[a-z-]+:iam::\d{12}:server-certificate\//.test(link.external);
  return "address" in link && subject.resource(link.address)?.type === "aws_iam_server_certificate";
}
