import { simulate, topologyOf } from "../../lab/testing";
import { shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";
import { planWith } from "./support/plan";

const input = shop();
const request = "GET https://shop.example.com/api";

/** What a test in plain JavaScript may give, and no compiler sees. */
const loosely = (given: unknown) => given as never;

describe("a slip that would otherwise be passed over fails, with not as well", () => {
  it.each<[slip: string, assertion: (is: jest.Matchers<void, unknown>) => unknown, message: string]>([
    [
      "a number for what a group has",
      (is) => is.toHaveTargets("api", loosely(2)),
      "toHaveTargets: must be made of total, perZone or names, got 2",
    ],
    [
      "no health check at all",
      (is) => is.toHaveHealthCheck("api", loosely(undefined)),
      "toHaveHealthCheck: must be made of path, port, protocol, matcher, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold or enabled, got undefined",
    ],
    [
      "an option that there is not",
      (is) => is.toHaveTargets("api", { total: 1 }, loosely({ stak: "dev" })),
      'options: must be made of stack, got "stak"',
    ],
    [
      "an option that there is not, of traffic",
      (is) => is.toAllowTraffic({ from: "internet", to: "alb", port: 80 }, loosely({ family: "ipv6" })),
      'options: must be made of stack, got "family"',
    ],
    [
      "a version of TLS in other words",
      (is) => is.toRoute(request).over({ minimumTls: loosely("1.3") }),
      'over: minimumTls must be TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3, got "1.3"',
    ],
    [
      "one defect that is no list",
      (is) => is.toHaveNoDefects({ except: loosely("rule-never-matches") }),
      'except: must be a list of ids of defects, got "rule-never-matches"',
    ],
    [
      "a profile that there is not",
      (is) => is.toHaveNoDefects({ profile: loosely("production") }),
      'profile: must be lab or prod, got "production"',
    ],
    [
      "a quota that there is not",
      (is) => is.toHaveNoDefects({ quotas: loosely({ listeners: 60 }) }),
      'got "listeners"',
    ],
  ])("%s", (_, assertion, message) => {
    expect(messageOf(() => assertion(expect(input)))).toContain(message);
    expect(messageOf(() => assertion(expect(input).not))).toContain(message);
  });

  it("an option that there is not, of a plan", () => {
    const message = 'options: must be made of stack, got "stak"';
    expect(messageOf(() => expect(planWith([])).toReplaceNothing(loosely({ stak: "x" })))).toBe(message);
    expect(messageOf(() => expect(planWith([])).not.toReplaceNothing(loosely({ stak: "x" })))).toBe(message);
  });
});

describe("a message", () => {
  it("calls a target group what its servers are called together", () => {
    expect(
      messageOf(() => expect(labStack("dev")).not.toRoute("GET http://lab.example.com/").to("alb")),
    ).toMatch(/\nthe default action forwards it to web$/);
  });

  it("says that all ports are meant where none is given", () => {
    expect(messageOf(() => expect(input).toAllowTraffic({ from: "internet", to: "alb" }))).toMatch(
      /allows traffic from the internet to alb on all tcp ports is no clear yes or no/,
    );
  });
});

describe("a drill", () => {
  const options = { request: "GET http://lab.example.com/" };

  it("is made of whatever expect takes", () => {
    expect(simulate(labStack("dev"), options).run("1s").answered).toBe(100);
    expect(simulate(labStack("dev").toTerraform(), { ...options, stack: "dev" }).run("1s").failed.count).toBe(
      0,
    );
  });

  it("is changed to whatever expect takes", () => {
    const drill = simulate(labStack("dev"), options);
    drill.at("1s").change(topologyOf(labStack("dev").toTerraform()));
    expect(drill.run("2s").answered).toBe(200);
    expect(messageOf(() => topologyOf([]))).toMatch(
      /^topologyOf\(\.\.\.\): must be a stack, .*got a list; give one/,
    );
  });

  it("says what it cannot be made of", () => {
    expect(messageOf(() => simulate(undefined, options))).toMatch(
      /^simulate\(\.\.\.\): must be a stack, .*got undefined$/,
    );
    expect(messageOf(() => simulate("nowhere", options))).toMatch(
      /^nowhere: must be a file that can be read/,
    );
    expect(messageOf(() => simulate(labStack("dev"), loosely(undefined)))).toMatch(
      /^request: must be one or a list/,
    );
    expect(messageOf(() => simulate(labStack("dev"), { ...options, stack: "prod" }))).toBe(
      "dev: must be the stack prod, got dev",
    );
  });
});
