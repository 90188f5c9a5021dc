import type { Defect, Flaw } from "../defect";
import { serverWords } from "../server-words";
import type { Subject } from "../subject";
import { known } from "../values";
import { type Registered, registeredServers } from "../ways";

/** Requests go to the port of the registration, whatever the server listens on. */
export const serverPortNotRegistered: Defect = {
  id: "server-port-not-registered",
  severity: "error",
  facts: ["U11", "TF40"],
  *find(subject) {
    for (const { group, registration, server } of registeredServers(subject)) {
      const words = serverWords(server);
      const port = known(registration.port);
      if (words === undefined || port === undefined || port === words.port) continue;
      const where = whereSaid(subject, { group, registration, server });
      yield {
        at: where.at,
        message: `${where.argument} must be the port that the server listens on, ${words.port}, got ${port}`,
        fix: `set ${where.argument} to ${words.port}, or let the server listen on ${port}`,
        severity: words.isCertain ? "error" : "warning",
      };
    }
  },
};

/** Where the port is said: at the registration, else at the group. */
function whereSaid(
  subject: Subject,
  { group, registration }: Registered,
): Pick<Flaw, "at"> & { readonly argument: string } {
  const own = subject.resource(registration.address)?.value("port");
  const isOwn = own !== undefined && own !== null && own !== "";
  if (isOwn) return { at: registration, argument: "port of the attachment" };
  return { at: group, argument: "port of the target group" };
}
