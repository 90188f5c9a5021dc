import type { Defect } from "../defect";
import { givenCertificates } from "../given-certificates";
import { known, quoted } from "../values";

const PARTITION = "arn:aws(?:-[a-z]+)*";
const ARN = new RegExp(
  `^${PARTITION}:(?:acm:[a-z0-9-]+:\\d{12}:certificate/[\\w-]+|iam::\\d{12}:server-certificate/[\\w+=,.@/-]+)$`,
);

/** Certificates are those of ACM and of IAM. */
export const certificateMalformed: Defect = {
  id: "certificate-malformed",
  severity: "error",
  facts: ["B6"],
  *find(subject) {
    for (const { at, listener, certificate } of givenCertificates(subject)) {
      if (listener !== undefined && known(listener.protocol) === "HTTP") continue;
      if (!("external" in certificate) || ARN.test(certificate.external)) continue;
      yield {
        at,
        message: `certificate_arn must be the ARN of an ACM or IAM server certificate, got ${quoted(certificate.external)}`,
        fix: "set it to the arn of an aws_acm_certificate or aws_iam_server_certificate",
      };
    }
  },
};
