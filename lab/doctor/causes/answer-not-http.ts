import { failsBecause } from "../answers";
import type { Cause } from "../cause";
import { known } from "../words";

/** Something answers on the port, but not in HTTP: a TLS port, or another kind of server. */
export const answerNotHttp: Cause = {
  id: "answer-not-http",
  kind: "broken",
  facts: ["U12", "H54", "H62"],
  rank: 36,
  *find(one) {
    for (const target of one.troubled) {
      const why = failsBecause(target);
      const isOther = why === "an answer that is no HTTP" || why === "connection closed before an answer";
      if (!isOther || known(target.group?.healthCheck.protocol) === "HTTPS") continue;
      const where = one.placeOfGroup(target);
      yield {
        targets: [target],
        certainty: "likely",
        cause: `what answers on port ${target.healthPort} speaks no plain HTTP: TLS, or another protocol`,
        fix: `set protocol and health_check protocol of ${where} to HTTPS if the server speaks TLS, else correct its port`,
        explains: ["nothing-listens"],
      };
    }
  },
};
