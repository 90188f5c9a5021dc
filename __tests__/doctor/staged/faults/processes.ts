import { checked, rarelyChecked } from "../../../local/conformance/connected-lab";
import { askTimes, urlOf } from "../../../local/lab/run-lab";
import type { Fault } from "../../support/fault";
import { quick } from "../../support/fault";
import { attachedAt } from "../../support/resources";
import { nobody } from "../../support/servers";

const server = [{ name: "Server-1" }];
const failed = { "Server-1": "Target.FailedHealthChecks" };

/** The user data of the server says what is wrong with it, or it runs and ends. */
export const processFaults: readonly Fault[] = [
  {
    name: "a registration on port 80 of a server that listens on 3000 [U11, H54, TF40]",
    config: {
      groups: { web: { servers: server, arguments: quick } },
      more: { aws_lb_target_group_attachment: attachedAt(80, "Server-1") },
    },
    reasons: failed,
    says: ["port-not-served: Server-1"],
  },
  {
    name: "health checks on a port that the server does not have [U11, H2]",
    config: {
      groups: { web: { servers: server, arguments: checked({ interval: 10, timeout: 8, port: "9000" }) } },
    },
    reasons: failed,
    says: ["health-port-not-served: Server-1"],
  },
  {
    name: "a port of requests that the server does not have, while health checks pass on another [U11, E502]",
    config: {
      groups: {
        web: { servers: server, arguments: checked({ interval: 300, timeout: 120, port: "3000" }) },
      },
      more: { aws_lb_target_group_attachment: attachedAt(80, "Server-1") },
    },
    act: async (lab) => {
      await askTimes(urlOf(lab), 2);
      return undefined;
    },
    says: ["port-not-served: Server-1"],
  },
  {
    name: "a health path that the user data of the server does not have [U1]",
    config: { groups: { web: { servers: [{ name: "Server-1", healthPath: "/ready" }], arguments: quick } } },
    reasons: { "Server-1": "Target.ResponseCodeMismatch" },
    says: ["health-path-not-found: Server-1"],
  },
  {
    name: "a server that ends with an error after each start [U11]",
    config: {
      groups: {
        web: { servers: [{ name: "one", script: 'throw new Error("no database");' }], arguments: quick },
      },
    },
    reasons: { one: "Target.FailedHealthChecks" },
    says: ["server-crashes: one"],
  },
  {
    name: "a server on the address of its own machine alone [U11]",
    // In the lab each server is reached, whatever address it asks for, so that one is staged that is not.
    servers: { one: nobody },
    config: {
      groups: {
        web: {
          servers: [
            { name: "one", script: 'require("node:http").createServer().listen(3000, "127.0.0.1");' },
          ],
          arguments: quick,
        },
      },
    },
    reasons: { one: "Target.FailedHealthChecks" },
    says: ["server-on-loopback: one"],
  },
  {
    name: "a server that closes idle connections before the load balancer does [E502, P30, Y9]",
    config: {
      groups: { web: { servers: [{ name: "one", script: closingOnReuse() }], arguments: rarelyChecked } },
    },
    act: async (lab) => {
      await askTimes(urlOf(lab), 3);
      return undefined;
    },
    says: ["keep-alive-too-short: one"],
  },
];

/** The end of an idle connection meets the second request on it. */
function closingOnReuse(): string {
  return `
const used = new WeakSet();
require("node:http").createServer((request, response) => {
  if (used.has(request.socket)) return request.socket.destroy();
  used.add(request.socket);
  response.end("ok");
}).listen(3000);
`;
}
