import type { Cause } from "../cause";
import { consoleSeen, printedLine, USER_DATA_FAILED } from "../console";
import { isFailing } from "../target";

/** cloud-init could not carry out the user data. */
export const userDataFailed: Cause = {
  id: "user-data-failed",
  kind: "broken",
  facts: ["U11", "H54"],
  rank: 13,
  *find(one) {
    for (const target of one.troubled) {
      const line = isFailing(target) ? printedLine(target, USER_DATA_FAILED) : undefined;
      if (line === undefined) continue;
      const where = target.server === undefined ? target.name : one.place(target.server);
      yield {
        targets: [target],
        certainty: "likely",
        seen: [consoleSeen(target, line)],
        cause: "cloud-init could not carry out the user data of the instance",
        place: where,
        fix: (places) =>
          `correct the user data of ${places}; /var/log/cloud-init-output.log on the instance shows the command that failed`,
        explains: ["nothing-listens", "server-never-started", "still-starting"],
      };
    }
  },
};
