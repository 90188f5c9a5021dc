import fc from "fast-check";
import { deriveCookieKey, stickinessCookies, stickyTarget } from "../../lab/alb";
import { type StickyVisit, tieClient, tiedTarget } from "../../lab/simulation/balancer/stickiness";
import { Client } from "../../lab/simulation/clients/client";
import { planLab } from "../../lab/simulation/setup/plan-lab";
import { labTopology } from "../local/lab/lab-config";

const cookieKey = deriveCookieKey(Buffer.from("secret"));
const isSecure = false;
const sticky = { stickiness: { enabled: true, type: "lb_cookie", cookie_duration: 10 } };
const { groups } = planLab(
  labTopology({
    groups: { web: { servers: [], arguments: sticky }, api: { servers: [], arguments: sticky } },
  }),
  undefined,
);

/** An answer of a target in one of two groups, some time after the one before. */
const answer = fc.record({
  afterMs: fc.nat(15_000),
  group: fc.constantFrom(...groups),
  target: fc.constantFrom("one", "two"),
});

describe("a client that is tied without a sealed cookie", () => {
  it("is tied to the same target as one with the cookie of the load balancer [S20, S21, S23]", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), (answers) => {
        const [tied, withCookies] = [1, 2].map(
          () => new Client({ keepsConnections: true, lifetimeMs: 3_600_000 }),
        ) as [Client, Client];
        let nowMs = 0;
        for (const { afterMs, group, target } of answers) {
          nowMs += afterMs;
          const visit: StickyVisit = { group, client: tied, nowMs, isSecure, cookieKey };
          const own = { group: group.address, stickiness: group.group.attributes.stickiness };
          const asked = { cookies: withCookies.cookies, nowMs, secure: isSecure };
          expect(tiedTarget(visit)).toBe(stickyTarget(own, asked, cookieKey));
          tieClient(visit, target);
          withCookies.receive(stickinessCookies(own, asked, target, [], cookieKey));
        }
      }),
    );
  });
});
