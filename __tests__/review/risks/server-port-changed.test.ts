import { serverPortChanged } from "../../../lab/review/risks/server-port-changed";
import { serverData } from "../../lint/support/embedded-server";
import { patch, risksOf } from "../support/hazards";
import { both, refresh, scaling, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(serverPortChanged, ...about).map(({ level, message }) => `${level}: ${message}`);
const runs = (change: Parameters<typeof serverData>[0] = {}, replaced = true) =>
  web("aws_instance", { user_data_base64: serverData(change), user_data_replace_on_change: replaced });
const registers = (port: number | null) => web("aws_lb_target_group_attachment", { port });
const opens = (port: number) => {
  const ports = { servers: { from_port: port, to_port: port } };
  return patch({ aws_vpc_security_group_ingress_rule: ports, aws_vpc_security_group_egress_rule: ports });
};

it("tells of requests that go to a port on which running servers do not listen [U11]", () => {
  expect(found(registers(3001), runs())).toEqual([
    "drops-traffic: sends requests of web to port 3001 instead of 3000, while servers run on as they are, on port 3000 (web)",
  ]);
});

it("only asks for care where nobody knows on which ports servers listen", () => {
  expect(found(registers(3001))).toEqual([
    "needs-care: sends requests of web to port 3001 instead of 3000, while servers run on as they are (web)",
  ]);
});

it("judges servers that stay by the port that they listen on, whatever their new user data says [G12]", () => {
  const [line] = found(both(registers(3001), runs({ port: 3001 }, false)), runs());
  expect(line).toMatch(/^drops-traffic: sends requests of web to port 3001/);
});

it("tells of new servers that listen where no request goes", () => {
  expect(found(runs({ port: 3001 }), runs())).toEqual([
    "drops-traffic: lets new servers of web listen on port 3001, while requests go to port 3000 (web)",
  ]);
});

it("tells of a security group that shuts the old port while old servers still get requests [E504]", () => {
  const moves = both(runs({ port: 3001 }), registers(3001));
  const [risk, ...others] = risksOf(serverPortChanged, both(moves, opens(3001)), runs());
  expect(others).toEqual([]);
  expect(risk?.message).toBe("moves servers of web from port 3000 to 3001 in one apply (web)");
  expect(risk?.course[0]).toMatch(/^Terraform takes aws_vpc_security_group_ingress_rule.servers away while/);
  const wide = patch({ aws_vpc_security_group_ingress_rule: { servers: { to_port: 3999 } } });
  expect(found(moves, both(runs(), wide))).toEqual([]);
});

it("tells of instances that are refreshed one by one while requests go to the new port at once", () => {
  const moves = both(
    web("aws_launch_template", { user_data: serverData({ port: 3001 }) }),
    web("aws_lb_target_group", { port: 3001 }),
  );
  expect(found(moves, scaling(refresh(90)))).toEqual([
    "drops-traffic: moves servers of web from port 3000 to 3001 in one apply (web)",
  ]);
});

it("warns of user data that takes effect one day", () => {
  const [risk] = risksOf(serverPortChanged, runs({ port: 3001 }, false), runs());
  expect([risk?.level, risk?.message]).toEqual([
    "needs-care",
    "says port 3001 in user data that runs only in new servers of web, while requests go to port 3000 (web)",
  ]);
});

it("is silent where a port is only written elsewhere, or servers listen on the new one already", () => {
  expect(found(registers(null), runs())).toEqual([]);
  expect(found(registers(3002), runs({ healthPort: 3002 }))).toEqual([]);
});
