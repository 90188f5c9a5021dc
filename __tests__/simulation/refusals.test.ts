import { SimulationError, simulate } from "../../lab/simulation";
import { forwardTo, labTopology } from "../local/lab/lab-config";
import { drillOf, request, webConfig, webDrill, zoneA } from "./drill-lab";

const unknown = "${var.given}";

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(SimulationError);
    const { message } = error as Error;
    expect(message).not.toContain("\n");
    return message;
  }
  throw new Error("not refused");
}

describe("what is not known is not simulated", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["an interval", { health_check: { path: "/health", interval: unknown } }, "healthCheck.intervalSeconds"],
    ["a path", { health_check: { path: unknown } }, "healthCheck.path"],
    ["a deregistration delay", { deregistration_delay: unknown }, "attributes.deregistrationDelaySeconds"],
    ["a slow start", { slow_start: unknown }, "attributes.slowStartSeconds"],
    ["a port", { port: unknown }, "port"],
  ])("such as %s, which is named", (_, group, name) => {
    const message = refusal(() => webDrill(["one"], {}, { ...group }));
    expect(message).toMatch(/^aws_lb_target_group\.web: must be known to be simulated, got unknown /);
    expect(message).toContain(name);
    expect(message).toContain("var.given");
  });

  it("such as how many targets there are", () => {
    const more = {
      aws_lb_target_group_attachment: {
        web: { count: unknown, target_group_arn: "${aws_lb_target_group.web.arn}", target_id: "10.0.0.1" },
      },
    };
    expect(refusal(() => drillOf({ ...webConfig([]), more }))).toMatch(
      /^aws_lb_target_group_attachment\.web/,
    );
  });

  it("such as the idle timeout of the load balancer", () => {
    const config = { ...webConfig(["one"]), loadBalancer: { idle_timeout: unknown } };
    expect(refusal(() => drillOf(config))).toMatch(/^aws_lb\.alb: .*idleTimeoutSeconds/);
  });

  it("such as a rule that may answer what is asked, but only then", () => {
    const rules = {
      maybe: {
        priority: 1,
        condition: [
          { path_pattern: { values: [unknown] } },
          { host_header: { values: ["api.example.com"] } },
        ],
        action: [forwardTo("web")],
      },
    };
    const config = { ...webConfig(["one"]), rules };
    expect(drillOf(config).run("1s").answered).toBe(100);
    const message = refusal(() => drillOf(config, { request: "GET http://api.example.com/" }));
    expect(message).toMatch(/^GET http:\/\/api\.example\.com\/: .*aws_lb_listener_rule\.maybe/);
  });

  it("such as whether a server starts again, unless the drill says so", () => {
    const more = {
      aws_instance: {
        one: { subnet_id: "${aws_subnet.eu-central-1a.id}", user_data: unknown, tags: { Name: "one" } },
      },
    };
    const config = { ...webConfig(["one"]), more };
    expect(refusal(() => drillOf(config).at("1s").kill("one"))).toContain("restartSeconds");
    expect(() => drillOf(config, { restartSeconds: 2 }).at("1s").kill("one")).not.toThrow();
  });

  it("such as the zones of targets once one is to be lost, and until then it is an assumption", () => {
    const more = {
      aws_instance: {
        one: { availability_zone: unknown, tags: { Name: "one" } },
        two: { subnet_id: "${aws_subnet.eu-central-1a.id}", tags: { Name: "two" } },
      },
    };
    const drill = drillOf({ ...webConfig(["one", "two"]), more });
    expect(drill.run("1s").assumptions.join()).toContain("zone is not known");
    expect(refusal(() => drill.at("1s").loseZone(zoneA))).toContain("aws_instance.one");
  });
});

describe("what was written by mistake is refused with what there is", () => {
  it.each<[string, () => unknown, string]>([
    [
      "a name",
      () => webDrill(["one", "two"]).at("1m").kill("three"),
      'no target is called "three"; there are one, two',
    ],
    [
      "a zone",
      () => webDrill(["one"]).at("1m").loseZone("mars"),
      `no target is in zone "mars"; there are ${zoneA}`,
    ],
    [
      "a name in a report",
      () => webDrill(["one"]).run("1s").answeredBy("nobody"),
      'no target is called "nobody"',
    ],
    ["a name in an option", () => webDrill(["one"], { serviceMilliseconds: { nobody: 1 } }), '"nobody"'],
    ["a time", () => webDrill(["one"]).at("1 fortnight"), "must be a time such as 90s"],
    ["a negative time", () => webDrill(["one"]).at(-1), "must be a time such as 90s"],
    ["a rate", () => webDrill(["one"], { requestsPerSecond: 0 }), "requestsPerSecond: must be above 0"],
    [
      "a delay",
      () => webDrill(["one"]).at("1s").slow("one", { milliseconds: -1 }),
      "slow: milliseconds: must be 0",
    ],
    [
      "a status",
      () => webDrill(["one"]).at("1s").deploy("one", { status: 999 }),
      "whole number from 200 to 599",
    ],
    ["a request", () => webDrill(["one"], { request: "shop.example.com" }), "must be a method and a URL"],
    ["a port", () => webDrill(["one"], { request: "GET https://shop/" }), "got HTTPS 443; there are HTTP 80"],
    ["a load balancer", () => webDrill(["one"], { loadBalancer: "other" }), "there are aws_lb.alb"],
    ["a run that is too short", () => laterThan("5s"), "got 5000 ms; run longer"],
    ["an option", () => webDrill(["one"], given({ requestPerSecond: 5 })), 'got "requestPerSecond"'],
    ["no request", () => webDrill(["one"], given({ request: undefined })), "request: must be one or a list"],
    [
      "a part of a request",
      () => webDrill(["one"], given({ request: [{ request, wait: 1 }] })),
      'got "wait"',
    ],
    ["arrivals", () => webDrill(["one"], given({ arrivals: "random" })), "must be even or poisson"],
    ["a beginning", () => webDrill(["one"], given({ begin: "now" })), "must be settled or registered"],
    ["a name for a list", () => webDrill(["one"], given({ notYetRegistered: "one" })), "must be a list"],
    ["who is not registered yet", () => webDrill(["one"], { notYetRegistered: ["two"] }), '"two"'],
    ["no delay", () => webDrill(["one"]).at("1s").slow("one", given(undefined)), "made of milliseconds"],
    [
      "a deployment",
      () =>
        webDrill(["one"])
          .at("1s")
          .deploy("one", given({ code: 500 })),
      'got "code"',
    ],
    ["a status alone", () => webDrill(["one"]).at("1s").breakHealth("one", given(500)), "got 500"],
    [
      "a span",
      () =>
        webDrill(["one"])
          .run("1s")
          .answeredBy("one", given({ form: 0 })),
      'got "form"',
    ],
    [
      "a span that is no seconds",
      () => webDrill(["one"]).run("1s").answeredBy("one", { to: "900ms" }),
      "must be given whole seconds",
    ],
    [
      "a time after the end",
      () => webDrill(["one"]).run("1s").stateAt("one", "2s"),
      "must be within the run of 1000 ms",
    ],
  ])("such as %s", (_, run, message) => {
    expect(refusal(run)).toContain(message);
  });

  it("such as a name that two targets have: their addresses are told", () => {
    const instance = { subnet_id: "${aws_subnet.eu-central-1a.id}", tags: { Name: "twin" } };
    const more = { aws_instance: { one: instance, two: instance } };
    const drill = drillOf({ ...webConfig(["one", "two"]), more });
    expect(refusal(() => drill.at("1s").kill("twin"))).toContain("aws_instance.one, aws_instance.two");
    expect(() => drill.at("1s").kill("aws_instance.one")).not.toThrow();
  });

  it("such as a look-up of a target that is in two groups: either is to be named", () => {
    const server = { name: "one", foreign: true };
    const drill = simulate(
      labTopology({ groups: { web: { servers: [server] }, api: { servers: [server] } } }),
      {
        request,
      },
    );
    const report = drill.run("1s");
    expect(refusal(() => report.states("one"))).toContain("aws_lb_target_group.api, aws_lb_target_group.web");
    expect(report.states("one", "web").at(-1)?.state).toBe("healthy");
    expect(report.states("aws_lb_target_group_attachment.api-one").at(-1)?.reason).toBe("Target.NotInUse");
  });
});

/** What no compiler sees in plain JavaScript. */
function given(value: unknown): never {
  return value as never;
}

function laterThan(end: string): unknown {
  const drill = webDrill(["one"]);
  drill.at("10s").kill("one");
  return drill.run(end);
}
