import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import {
  courseOfStop,
  hasOtherUserData,
  mayHaveOtherUserData,
  type StoppedServers,
  stoppedServers,
} from "../targets/stopped-servers";
import { few } from "../targets/target-course";

/** Instances are stopped for new user data that they never run. */
export const userDataNotRun: Risk = {
  id: "user-data-not-run",
  level: "drops-traffic",
  facts: ["G12", "G13", "H58", "E502", "E503"],
  rank: 10,
  *find(comparison) {
    const isOther = (server: Parameters<typeof hasOtherUserData>[1]) => hasOtherUserData(comparison, server);
    for (const stopped of stoppedServers(comparison, isOther)) yield hazardOf(comparison, stopped, true);
    const maybe = stoppedServers(
      comparison,
      (server) => mayHaveOtherUserData(comparison, server) && !isOther(server),
    );
    for (const stopped of maybe) yield hazardOf(comparison, stopped, false);
  },
};

function hazardOf({ labels }: Comparison, stopped: StoppedServers, isKnown: boolean): Hazard {
  const { group, servers } = stopped;
  const names = few(servers.map((server) => labels.before.to(server)));
  const are = servers.length === 1 ? "it is" : "they are";
  return {
    at: servers.length === 1 ? (servers[0] ?? group) : group,
    ...(!isKnown && { level: "needs-care" }),
    message: isKnown
      ? `changes the user data of ${names} in place: ${are} stopped and started, and ${servers.length === 1 ? "runs" : "run"} what ${servers.length === 1 ? "it" : "they"} ran before`
      : `may change the user data of ${names} in place, which is known after the apply only: ${are} stopped and started if it is another one`,
    course: [
      `Terraform stops the instance${isKnown ? "" : ", where the value turns out to be another one"}, changes its user data and starts it again`,
      ...courseOfStop(stopped, labels.after.to(group)),
      "cloud-init runs user data at the first start of an instance only: nothing of the change takes effect, until one day a new instance is made",
    ],
    fix: "set user_data_replace_on_change to true, and replace one server at a time; or leave the user data as it is",
  };
}
