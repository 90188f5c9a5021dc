import type { Cause } from "../cause";
import { mayBe, type Target } from "../target";
import { listed } from "../words";

/** Requests go to a port on which the server does not listen: the target group says another one than the server. */
export const portNotServed: Cause = {
  id: "port-not-served",
  kind: "broken",
  facts: ["U11", "H2", "TF40"],
  rank: 20,
  *find(one) {
    for (const target of one.targets) {
      const { words, port, group, registration } = target;
      if (words === undefined || port === undefined || words.ports.includes(port)) continue;
      if (!mayBe(target, ["unhealthy", "initial"]) && !isMissedByChecks(target)) continue;
      const own = registration && one.links.resource(registration.address)?.value("port");
      const isOwn = own !== undefined && own !== null && own !== "";
      const place = isOwn ? registration : group;
      if (place === undefined) continue;
      yield {
        targets: [target],
        certainty: words.isCertain ? "certain" : "likely",
        seen: [`by its user data, the server listens on ${listed(words.ports.map(String))}`],
        cause: `requests go to port ${port}, and the server listens on ${words.port}`,
        place: one.place(place),
        fix: (places) => `set port of ${places} to ${words.port}, or let the server listen on ${port}`,
        explains: ["nothing-listens"],
      };
    }
  },
};

/** Health checks go to another port, so that it is healthy though no request gets an answer. */
function isMissedByChecks({ seen, words, port, healthPort }: Target): boolean {
  return seen?.state === "healthy" && words?.isCertain === true && port !== healthPort;
}
