import { listenersOver } from "../application-listeners";
import type { Defect } from "../defect";

/** HTTPS cannot start without the certificate that is shown by default. */
export const httpsWithoutCertificate: Defect = {
  id: "https-without-certificate",
  severity: "error",
  facts: ["R2", "B4", "TF52"],
  *find(subject) {
    for (const listener of listenersOver(subject, "HTTPS")) {
      const { certificates } = listener;
      if (certificates.some(({ isDefault }) => isDefault)) continue;
      const got = certificates.length === 0 ? "none" : "aws_lb_listener_certificate only";
      yield {
        at: listener,
        message: `certificate_arn of an HTTPS listener must be set, got ${got}`,
        fix: "set certificate_arn, or make protocol HTTP; further certificates do not stand in for the default one",
      };
    }
  },
};
