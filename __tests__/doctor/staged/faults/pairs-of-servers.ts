import { checked } from "../../../local/conformance/connected-lab";
import { labTopology } from "../../../local/lab/lab-config";
import { askTimes, urlOf } from "../../../local/lab/run-lab";
import { configOf, type Fault, quick } from "../../support/fault";
import { foreign, pathTo } from "../../support/resources";
import * as servers from "../../support/servers";

const mismatch = "Target.ResponseCodeMismatch";
const failed = "Target.FailedHealthChecks";
const inTls = { group: checked({ interval: 10, timeout: 8, protocol: "HTTPS" }) };

/** Two servers of a group, each with a fault of its own, beside a healthy one; what is said of the first comes first. */
const beside: readonly (readonly [
  string,
  readonly [servers.Server, string],
  readonly [servers.Server, string],
  string,
  string,
])[] = [
  [
    "no health path, and a page that takes too long [U1, U9]",
    [servers.checkedWith(404), mismatch],
    [servers.hanging, "Target.Timeout"],
    "health-path-not-found",
    "slow-answer",
  ],
  [
    "a redirect, and nothing that listens [U2, U11]",
    [servers.checkedWith(302), mismatch],
    [servers.nobody, failed],
    "health-path-redirects",
    "nothing-listens",
  ],
  [
    "a login, and a server that is not ready [U4, U5]",
    [servers.checkedWith(401), mismatch],
    [servers.checkedWith(503), mismatch],
    "health-check-needs-login",
    "health-check-server-error",
  ],
  [
    "a mail server, and nothing that listens [U11, U12]",
    [servers.mail, failed],
    [servers.nobody, failed],
    "answer-not-http",
    "nothing-listens",
  ],
  [
    "an unknown host, and a status outside of the matcher [U3, H10]",
    [servers.knowsOneHost(421), mismatch],
    [servers.checkedWith(204), mismatch],
    "health-check-host-refused",
    "status-outside-matcher",
  ],
  [
    "an error of the server, and an answer that does not end [U5, U9]",
    [servers.always(500), mismatch],
    [servers.unfinished, "Target.Timeout"],
    "health-check-server-error",
    "slow-answer",
  ],
  [
    "a redirect, and a TLS port behind a group of HTTP [U2, U12]",
    [servers.always(301), mismatch],
    [servers.tlsAskedInHttp, failed],
    "health-path-redirects",
    "answer-not-http",
  ],
];

export const pairsOfServers: readonly Fault[] = [
  ...beside.map(([name, [one, why], [two, reason], first, second]) => ({
    name,
    servers: { one, two, fellow: servers.fine },
    reasons: { one: why, two: reason },
    says: [`${first}: one`, `${second}: two`],
  })),
  {
    name: "a port without TLS, and one with which no handshake is possible [U10, U13]",
    servers: { one: servers.fine, two: servers.withoutCertificate },
    config: { group: { protocol: "HTTPS", ...inTls.group } },
    reasons: { one: failed, two: failed },
    says: ["tls-check-of-plain-port: one", "tls-handshake-refused: two"],
  },
  {
    name: "two faults in a group that fails open [U2, U5, U24]",
    servers: { one: servers.checkedWith(302), two: servers.checkedWith(503) },
    reasons: { one: mismatch, two: mismatch },
    act: async (lab) => {
      await askTimes(urlOf(lab), 2);
      return undefined;
    },
    says: ["health-path-redirects: one", "health-check-server-error: two", "fail-open: web"],
  },
  {
    name: "nothing that listens in a group that fails open, so that clients get 502 [U11, U24, E502]",
    servers: { one: servers.nobody, two: servers.checkedWith(404) },
    reasons: { one: failed, two: mismatch },
    act: async (lab) => {
      await askTimes(urlOf(lab), 2);
      return undefined;
    },
    says: ["health-path-not-found: two", "nothing-listens: one", "fail-open: web"],
  },
  {
    name: "a target that is being removed, and one that answers 404 [U1, U21]",
    servers: { one: servers.checkedWith(404), two: servers.fine },
    config: { group: { deregistration_delay: 3000 } },
    reasons: { one: mismatch },
    act: async (lab) => {
      const left = labTopology(configOf(["one"], { group: { deregistration_delay: 3000 } }));
      await lab.change(left);
      return left;
    },
    reasonsAfter: { one: mismatch, two: "Target.DeregistrationInProgress" },
    says: ["health-path-not-found: one", "target-draining: two"],
  },
  {
    name: "a first health check that has yet to be answered, and a server that is not ready [U5, U20]",
    servers: { one: servers.checkedWith(503), two: servers.hanging },
    config: {
      groups: {
        web: { servers: foreign("one"), arguments: quick },
        api: { servers: foreign("two"), arguments: checked({ interval: 300, timeout: 120 }) },
      },
      rules: pathTo("api", 5, "/api/*"),
    },
    reasons: { one: mismatch, two: "Elb.InitialHealthChecking" },
    says: ["health-check-server-error: one", "still-starting: two"],
  },
  {
    name: "a server that ends after each start, and one that answers 404 [U1, U11]",
    servers: { two: servers.checkedWith(404) },
    config: {
      groups: {
        web: {
          servers: [{ name: "one", script: 'throw new Error("no database");' }, ...foreign("two")],
          arguments: quick,
        },
      },
    },
    reasons: { one: failed, two: mismatch },
    says: ["server-crashes: one", "health-path-not-found: two"],
  },
];
