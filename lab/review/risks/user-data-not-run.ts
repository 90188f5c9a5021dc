import type { Risk } from "../risk";
import { courseOfStop, hasOtherUserData, stoppedServers } from "../targets/stopped-servers";
import { few } from "../targets/target-course";

/** Instances are stopped for new user data that they never run. */
export const userDataNotRun: Risk = {
  id: "user-data-not-run",
  level: "drops-traffic",
  facts: ["G12", "G13", "H58", "E502", "E503"],
  rank: 10,
  *find(comparison) {
    const all = stoppedServers(comparison, (server) => hasOtherUserData(comparison, server));
    for (const stopped of all) {
      const { group, servers } = stopped;
      const names = few(servers.map((server) => comparison.labels.before.to(server)));
      yield {
        at: servers.length === 1 ? (servers[0] ?? group) : group,
        message: `changes the user data of ${names} in place: ${servers.length === 1 ? "it is stopped and started, and runs what it" : "they are stopped and started, and run what they"} ran before`,
        course: [
          "Terraform stops the instance, changes its user data and starts it again",
          ...courseOfStop(stopped, comparison.labels.after.to(group)),
          "cloud-init runs user data at the first start of an instance only: nothing of the change takes effect, until one day a new instance is made",
        ],
        fix: "set user_data_replace_on_change to true, and replace one server at a time; or leave the user data as it is",
      };
    }
  },
};
