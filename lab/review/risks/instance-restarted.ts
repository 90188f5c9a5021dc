import { listed } from "../../topology";
import type { Risk } from "../risk";
import { courseOfStop, hasOtherUserData, machineChanges, stoppedServers } from "../targets/stopped-servers";
import { few } from "../targets/target-course";

/** Instances are stopped to be changed, while requests go to them. */
export const instanceRestarted: Risk = {
  id: "instance-restarted",
  level: "drops-traffic",
  facts: ["H58", "E502", "E503", "G13"],
  rank: 10,
  *find(comparison) {
    const all = stoppedServers(
      comparison,
      // what is stopped for its user data is told as that
      (server) => machineChanges(comparison, server).length > 0 && !hasOtherUserData(comparison, server),
    );
    for (const stopped of all) {
      const { group, servers } = stopped;
      const names = few(servers.map((server) => comparison.labels.before.to(server)));
      const what = [...new Set(servers.flatMap((server) => machineChanges(comparison, server)))];
      yield {
        at: servers.length === 1 ? (servers[0] ?? group) : group,
        message: `stops and starts ${names} to change ${listed(what)}`,
        course: [
          "Terraform stops the instance, changes it and starts it again; it stays registered, and nothing drains",
          ...courseOfStop(stopped, comparison.labels.after.to(group)),
        ],
        fix: "add servers of the new kind beside the old ones and take those away in a second change; or take one server at a time out of its group, change it, and register it again",
      };
    }
  },
};
