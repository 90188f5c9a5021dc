import { request } from "node:http";
import type { Lab } from "../../../../lab/local";
import { rarelyChecked } from "../../../local/conformance/connected-lab";
import { ask, askTimes, until, urlOf } from "../../../local/lab/run-lab";
import type { Fault } from "../../support/fault";
import { foreign, weighted } from "../../support/resources";
import { fine, hangingPath } from "../../support/servers";

const two = { one: fine, two: fine };
const inBothZones = [
  { name: "one", foreign: true },
  { name: "two", foreign: true, zone: "eu-central-1b" },
];

/** Everything is healthy, and yet requests are not answered as somebody expects. */
export const trafficFaults: readonly Fault[] = [
  {
    name: "a cookie that keeps a client with one of two servers [S20, S21]",
    servers: two,
    config: { group: { ...rarelyChecked, stickiness: { enabled: true, type: "lb_cookie" } } },
    act: async (lab) => {
      const { headers } = await ask(urlOf(lab));
      const [cookie = ""] = [headers["set-cookie"] ?? []].flat().map((text) => text.replace(/;.*/, ""));
      for (let asked = 0; asked < 5; asked += 1) await ask(urlOf(lab), { headers: { cookie } });
      return undefined;
    },
    says: ["stickiness-on: web"],
  },
  {
    name: "a group of weight 0 [R46, R50]",
    servers: { blue: fine, green: fine },
    config: {
      groups: {
        blue: { servers: foreign("blue"), arguments: rarelyChecked },
        green: { servers: foreign("green"), arguments: rarelyChecked },
      },
      defaultAction: weighted({ blue: 100, green: 0 }),
    },
    act: async (lab) => {
      await askTimes(urlOf(lab), 5);
      return undefined;
    },
    says: ["group-weight-zero: green"],
  },
  {
    name: "a server that is busy, where the one with the fewest requests gets the next [S1, S3]",
    servers: { one: hangingPath, two: hangingPath },
    config: { group: { load_balancing_algorithm_type: "least_outstanding_requests" } },
    // Its request is held until the lab stops.
    options: { timeouts: { stopMs: 50 } },
    act: async (lab) => {
      await hold(lab);
      await askTimes(urlOf(lab), 5);
      return undefined;
    },
    says: ["uneven-by-algorithm: web"],
  },
  {
    name: "a zone without targets, where no node may ask those of other zones [S9, E503]",
    servers: { one: fine },
    config: { group: { ...rarelyChecked, load_balancing_cross_zone_enabled: "false" } },
    act: async (lab) => {
      await askTimes(urlOf(lab), 6);
      return undefined;
    },
    says: ["zone-without-targets: web"],
  },
];

/** Nothing is wrong, whatever it looks like. */
export const noFaults: readonly Fault[] = [
  {
    name: "two servers that take turns",
    servers: two,
    config: { groups: { web: { servers: inBothZones, arguments: rarelyChecked } } },
    act: async (lab) => {
      await askTimes(urlOf(lab), 6);
      return undefined;
    },
    says: [],
  },
  {
    name: "servers in both zones, where no node asks those of other zones",
    servers: two,
    config: {
      groups: {
        web: {
          servers: inBothZones,
          arguments: { ...rarelyChecked, load_balancing_cross_zone_enabled: "false" },
        },
      },
    },
    act: async (lab) => {
      await askTimes(urlOf(lab), 6);
      return undefined;
    },
    says: [],
  },
  {
    name: "a client that leaves before an internal load balancer has answered",
    servers: { one: hangingPath },
    config: { loadBalancer: { internal: true } },
    act: async (lab) => {
      await (await hold(lab)).end();
      return undefined;
    },
    says: [],
  },
  {
    name: "an error of the server's own, and one that the client has made",
    servers: { one: fine },
    config: { group: rarelyChecked },
    act: async (lab) => {
      await ask(`${urlOf(lab)}nowhere`, { method: "TRACE" });
      return undefined;
    },
    says: [],
  },
];

/** A request that a server does not answer; its end is that of its client. */
async function hold(lab: Lab): Promise<{ end(): Promise<void> }> {
  const before = lab.snapshot().requests.length;
  const sent = request(`${urlOf(lab)}hold`, { agent: false });
  sent.on("error", () => {});
  sent.end();
  const inFlight = () =>
    lab.snapshot().groups.some(({ targets }) => targets.some((each) => each.inFlight > 0));
  await until(lab, inFlight);
  return {
    end: async () => {
      sent.destroy();
      await until(lab, () => lab.snapshot().requests.length > before && !inFlight());
    },
  };
}
