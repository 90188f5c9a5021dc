import { healthCheckFailsServers } from "../../../lab/review/risks/health-check-fails-servers";
import { serverData } from "../../lint/support/embedded-server";
import { patch, risksOf } from "../support/hazards";
import { both, scaling, web } from "../support/servers";
import { tasks } from "../support/tasks";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(healthCheckFailsServers, ...about).map(({ level, message }) => `${level}: ${message}`);
const runs = (change: Parameters<typeof serverData>[0] = {}) =>
  web("aws_instance", { user_data_base64: serverData(change), user_data_replace_on_change: true });
const asks = (healthCheck: object) => web("aws_lb_target_group", { health_check: healthCheck });

it.each([
  [
    { path: "/ready" },
    "path from /health to /ready, which web fails: they answer /ready with 404, and 200 is wanted",
  ],
  [
    { matcher: "204" },
    "matcher from 200 to 204, which web fails: they answer /health with 200, and 204 is wanted",
  ],
  [
    { port: "8080" },
    "port from traffic-port to 8080, which web fails: nothing listens on port 8080, only on 3000",
  ],
  [
    { protocol: "HTTPS" },
    "protocol from HTTP to HTTPS, which web fails: they speak HTTP, and health checks speak HTTPS",
  ],
])("tells what the servers answer to another health check: %j [H8, U1, U11]", (change, text) => {
  expect(found(asks(change), runs())).toEqual([`needs-care: changes the health check, ${text}`]);
});

it("tells that requests go to all targets where none is healthy [H70]", () => {
  const [risk] = risksOf(healthCheckFailsServers, asks({ path: "/ready" }), runs());
  expect(risk?.course[2]).toMatch(/^no target is healthy then, so requests go to all of them/);
});

it("drops traffic where an auto scaling group ends what is unhealthy", () => {
  const [line] = found(asks({ path: "/ready" }), scaling({ health_check_type: "ELB" }));
  expect(line).toMatch(/^drops-traffic/);
  expect(found(asks({ path: "/ready" }), scaling())[0]).toMatch(/^needs-care/);
});

it("tells of new servers that no longer answer what is still asked", () => {
  expect(found(runs({ healthPath: "/up" }), runs())).toEqual([
    "needs-care: changes servers under the same health check, which web fails: they answer /health with 404, and 200 is wanted",
  ]);
});

it("judges servers that stay by what they ran before, whatever their new user data says", () => {
  const restarted = web("aws_instance", {
    user_data_base64: serverData({ healthPath: "/up" }),
    user_data_replace_on_change: false,
  });
  expect(found(both(restarted, asks({ path: "/up" })), runs())).toHaveLength(1);
});

it("is silent where servers pass as before, or are replaced by others that pass", () => {
  expect(found(asks({ path: "/", matcher: "200-299", port: "3000" }), runs())).toEqual([]);
  expect(found(both(runs({ healthPath: "/up" }), asks({ path: "/up" })), runs())).toEqual([]);
});

it.each([
  [{ path: "/ready" }, "path from /health to /ready"],
  [{ protocol: "HTTPS" }, "protocol from HTTP to HTTPS"],
  [{ matcher: "204" }, "matcher from 200 to 204"],
])("tells that nobody can say what other servers answer: %j", (change, text) => {
  expect(found(asks(change))).toEqual([
    `needs-care: changes the health check of web, ${text}, and nobody here can say whether web passes it`,
  ]);
});

it("tells of addresses and of tasks as well, and what an auto scaling group would do", () => {
  expect(found(asks({ path: "/ready" }), tasks())[0]).toMatch(/whether aws_ecs_service.web passes it$/);
  const script = { user_data: null, health_check_type: "ELB" };
  const unread = both(scaling(script), web("aws_launch_template", { user_data: null }));
  const [risk] = risksOf(healthCheckFailsServers, asks({ path: "/ready" }), unread);
  expect(risk?.level).toBe("needs-care");
  expect(risk?.course[1]).toMatch(/the auto scaling group ends every instance/);
});

it("is silent where what passed passes still: another query, a wider matcher, a more patient check", () => {
  const same = {
    path: "/health?from=alb",
    matcher: "200-299",
    port: "3000",
    interval: 60,
    unhealthy_threshold: 9,
  };
  expect(found(asks(same))).toEqual([]);
});

it("tells of health checks that move to a port which is shut, and not of an open one", () => {
  const [line] = found(asks({ port: "9000" }));
  expect(line).toMatch(
    /^needs-care: changes the health check, port from traffic-port to 9000, which web fails: nothing gets through to port 9000/,
  );
  const wider = { servers: { to_port: 9999 } };
  const open = patch({
    aws_vpc_security_group_ingress_rule: wider,
    aws_vpc_security_group_egress_rule: wider,
  });
  expect(found(asks({ port: "9000" }), open)[0]).toMatch(/nobody here can say/);
  const fleet = scaling({ health_check_type: "ELB" });
  const guarded = web("aws_launch_template", {
    vpc_security_group_ids: ["${aws_security_group.web.id}"],
    user_data: null,
  });
  expect(found(asks({ port: "9000" }), both(fleet, guarded))[0]).toMatch(/^drops-traffic/);
});

it("is silent where servers fail already", () => {
  const failing = both(runs(), asks({ path: "/never" }));
  expect(found(asks({ path: "/ready" }), failing)).toEqual([]);
});
