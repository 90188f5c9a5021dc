import { checked } from "../../../local/conformance/connected-lab";
import { ask, urlOf } from "../../../local/lab/run-lab";
import type { Fault } from "../../support/fault";
import * as servers from "../../support/servers";

const mismatch = { one: "Target.ResponseCodeMismatch" };
const timeout = { one: "Target.Timeout" };
const failed = { one: "Target.FailedHealthChecks" };
const healthCheck = (settings: object) => ({ group: checked({ interval: 10, timeout: 8, ...settings }) });

/** One server answers its health checks as it should not, beside a healthy one. */
const alone: readonly (readonly [string, servers.Server, Fault["reasons"], string, Partial<Fault>?])[] = [
  [
    "a health path that the server does not have [U1, H52]",
    servers.checkedWith(404),
    mismatch,
    "health-path-not-found: one",
  ],
  ["a redirect to a login page [U2, H24]", servers.checkedWith(302), mismatch, "health-path-redirects: one"],
  ["a redirect to https for good [U2, H24]", servers.always(301), mismatch, "health-path-redirects: one"],
  [
    "a login before the health path [U4]",
    servers.checkedWith(401),
    mismatch,
    "health-check-needs-login: one",
  ],
  ["a server that is not ready [U5]", servers.checkedWith(503), mismatch, "health-check-server-error: one"],
  [
    "a server with an error in its code [U5]",
    servers.always(500),
    mismatch,
    "health-check-server-error: one",
  ],
  [
    "a status that is good and not in the matcher [H8, H10]",
    servers.checkedWith(204),
    mismatch,
    "status-outside-matcher: one",
  ],
  [
    "a virtual host that does not know the address [U3, H18]",
    servers.knowsOneHost(421),
    mismatch,
    "health-check-host-refused: one",
  ],
  ["a page that takes too long [U9, H53]", servers.hanging, timeout, "slow-answer: one"],
  ["an answer that does not end [U9, H62]", servers.unfinished, timeout, "slow-answer: one"],
  ["nothing that listens [U11, H54]", servers.nobody, failed, "nothing-listens: one"],
  ["a server that hangs up [U12, H62]", servers.closing, failed, "answer-not-http: one"],
  ["a mail server [U12]", servers.mail, failed, "answer-not-http: one"],
  ["a TLS port behind a group of HTTP [U12]", servers.tlsAskedInHttp, failed, "answer-not-http: one"],
];

export const answerFaults: readonly Fault[] = [
  ...alone.map(([name, server, reasons, said]) => ({
    name,
    servers: { one: server, fellow: servers.fine },
    ...(reasons && { reasons }),
    says: [said],
  })),
  {
    name: "a host that is refused with 403, while clients are served [U3]",
    servers: { one: servers.knowsOneHost(403) },
    reasons: mismatch,
    act: async (lab) => {
      await ask(urlOf(lab), { headers: { host: "shop.example" } });
      return undefined;
    },
    says: ["health-check-host-refused: one", "fail-open: web"],
  },
  {
    name: "403, which a login and an unknown host have in common [U3, U4]",
    servers: { one: servers.always(403), fellow: servers.fine },
    reasons: mismatch,
    says: ["health-check-needs-login: one", "health-check-host-refused: one"],
  },
  {
    name: "health checks in TLS of a port that speaks HTTP [U10]",
    servers: { one: servers.fine },
    config: healthCheck({ protocol: "HTTPS" }),
    reasons: failed,
    says: ["tls-check-of-plain-port: one"],
  },
  {
    name: "health checks in TLS of a server that waits for a line [U10]",
    servers: { one: servers.silent },
    config: healthCheck({ protocol: "HTTPS" }),
    reasons: timeout,
    says: ["tls-check-of-plain-port: one"],
  },
  {
    name: "a TLS port with which no handshake is possible [U13]",
    servers: { one: servers.withoutCertificate },
    config: { group: { protocol: "HTTPS", ...checked({ interval: 10, timeout: 8, protocol: "HTTPS" }) } },
    reasons: failed,
    says: ["tls-handshake-refused: one"],
  },
  {
    name: "a matcher that AWS does not take [H8, H10]",
    servers: { one: servers.fine },
    config: healthCheck({ matcher: "200-599" }),
    reasons: mismatch,
    says: ["matcher-never-passes: one"],
  },
  {
    name: "a health path that cannot be sent [H55]",
    servers: { one: servers.fine },
    config: healthCheck({ path: "/he alth" }),
    reasons: { one: "Elb.InternalError" },
    says: ["internal-error: one"],
  },
  {
    name: "no healthy target, so that all get requests [U24, H70]",
    servers: { one: servers.checkedWith(404), two: servers.checkedWith(404) },
    reasons: { one: "Target.ResponseCodeMismatch", two: "Target.ResponseCodeMismatch" },
    act: async (lab) => {
      await ask(urlOf(lab));
      return undefined;
    },
    says: ["health-path-not-found: one+two", "fail-open: web"],
  },
];
