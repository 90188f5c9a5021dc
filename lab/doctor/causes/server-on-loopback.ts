import { isUnknown } from "../../topology";
import type { Cause } from "../cause";
import { isFailing } from "../target";

/** `listen(3000, "127.0.0.1")`, or `-b 127.0.0.1`, or `HOST=localhost`. */
const LOOPBACK =
  /\.listen\s*\([^)]*["'](127\.0\.0\.1|localhost|::1)["']|(--bind|-b|--host)[ =](127\.0\.0\.1|localhost)\b|\b(HOST|BIND|LISTEN)(_ADDRESS)?=["']?(127\.0\.0\.1|localhost)\b/;

/** The server listens on the machine's own address only. */
export const serverOnLoopback: Cause = {
  id: "server-on-loopback",
  kind: "broken",
  facts: ["U11", "H54"],
  rank: 27,
  *find(one) {
    for (const target of one.troubled) {
      const { server } = target;
      const userData = server?.userData;
      if (server === undefined || userData === undefined || isUnknown(userData)) continue;
      const isRefused = target.seen?.reason === "Target.FailedHealthChecks" || !isFailing(target);
      const code = [userData.text, ...userData.files.map(({ content }) => content)].join("\n");
      const [found] = LOOPBACK.exec(code) ?? [];
      if (!isRefused || found === undefined || target.seen?.state === "unused") continue;
      yield {
        targets: [target],
        certainty: "likely",
        seen: [`its user data has ${found.slice(0, 80)}`],
        cause: "the server listens on the machine's own address only, where no load balancer reaches it",
        place: one.place(server),
        fix: (places) => `let the server listen on 0.0.0.0 in the user data of ${places}`,
        explains: ["nothing-listens"],
      };
    }
  },
};
