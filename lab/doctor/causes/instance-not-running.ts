import type { Cause } from "../cause";
import type { Target } from "../target";

/** The instance is stopped, or gone. */
export const instanceNotRunning: Cause = {
  id: "instance-not-running",
  kind: "broken",
  facts: ["U16", "H58"],
  rank: 15,
  *find(one) {
    for (const target of one.troubled) {
      if (!isDown(target)) continue;
      const isGone = target.seen?.machine === "terminated" || isTerminated(target);
      const place = target.server === undefined ? target.name : one.place(target.server);
      yield {
        targets: [target],
        certainty: "certain",
        cause: isGone ? "the instance is terminated" : "the instance is stopped, or on its way there",
        place,
        fix: (places) =>
          isGone
            ? `run terraform apply, which makes ${places} anew and registers it`
            : `start ${places} with "aws ec2 start-instances"; a stopped instance stays registered`,
        explains: ["nothing-listens", "slow-answer", "still-starting"],
      };
    }
  },
};

function isDown({ seen }: Target): boolean {
  if (seen === undefined || seen.state === "draining") return false;
  const { reason, machine = "running" } = seen;
  return reason === "Target.InvalidState" || (machine !== "pending" && machine !== "running");
}

function isTerminated({ seen }: Target): boolean {
  return /terminated state/.test(seen?.description ?? "");
}
