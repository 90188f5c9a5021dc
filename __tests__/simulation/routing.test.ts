import { forwardTo, groupArn } from "../local/lab/lab-config";
import { drillOf, request, statesOf, webConfig, webDrill, zoneB } from "./drill-lab";

const two = {
  blue: { servers: [{ name: "one", foreign: true }] },
  green: { servers: [{ name: "two", foreign: true }] },
};
const weighted = (blue: number, green: number) => ({
  type: "forward",
  forward: {
    target_group: [
      { arn: groupArn("blue"), weight: blue },
      { arn: groupArn("green"), weight: green },
    ],
  },
});

describe("requests of a drill", () => {
  it("go where the rules of their listener say, each of a mix as often as its weight [R4]", () => {
    const rules = {
      api: {
        priority: 1,
        condition: [{ path_pattern: { values: ["/api/*"] } }],
        action: [forwardTo("green")],
      },
      old: {
        priority: 2,
        condition: [{ http_header: { http_header_name: "X-Old", values: ["yes"] } }],
        action: [
          { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "410" } },
        ],
      },
    };
    const report = drillOf(
      { groups: two, rules },
      {
        request: [
          { request: "GET http://shop/", weight: 2 },
          { request: "GET http://shop/api/users?page=2" },
          { request: "GET http://shop/", headers: { "X-Old": "yes" } },
        ],
      },
    ).run("100s");
    const { statuses } = report;
    expect(report.failed.count).toBe(0);
    expect(Number(statuses[200]) + Number(statuses[410])).toBe(10_000);
    // Four standard deviations of a draw of ten thousand.
    for (const count of [statuses[410], report.answeredBy("two")])
      expect(Math.abs(Number(count) - 2500)).toBeLessThan(4 * Math.sqrt(10_000 * 0.25 * 0.75));
    expect(report.answeredBy("one")).toBe(10_000 - Number(statuses[410]) - report.answeredBy("two"));
  });

  it("are drawn between weighted groups, and do not leave one whose targets are all gone [R46, H80]", () => {
    const drill = drillOf({ groups: two, defaultAction: weighted(30, 10) });
    drill.at("50s").kill("two");
    const report = drill.run("100s");
    expect(Math.abs(report.answeredBy("one") - 7500)).toBeLessThan(4 * Math.sqrt(10_000 * 0.75 * 0.25));
    expect(report.failed.count).toBe(10_000 - report.answeredBy("one") - report.answeredBy("two"));
    expect(Object.keys(report.statuses)).toEqual(["200", "502"]);
  });

  it("find no target in a group of which none is used, and get a 503 [E503, H57]", () => {
    const report = drillOf({
      ...webConfig([{ name: "one", foreign: true, zone: zoneB }]),
      loadBalancer: { subnets: ["${aws_subnet.eu-central-1a.id}"] },
    }).run("1s");
    expect(report).toMatchObject({ statuses: { 503: 100 }, longestOutageMs: 1000 });
    expect(statesOf(report, "one")).toEqual(["unused Target.NotInUse"]);
  });

  it("do not reach targets whose security groups keep the load balancer out: 504, and timeouts of health checks [U6, E504]", () => {
    const ingress = [{ from_port: 80, to_port: 80, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] }];
    const report = drillOf(
      {
        ...webConfig(["one"]),
        loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] },
        more: { aws_security_group: { alb: { ingress } } },
      },
      { requestsPerSecond: 1 },
    ).run("5s");
    expect(statesOf(report, "one")).toEqual(["unhealthy Target.Timeout"]);
    expect(report.statuses).toEqual({ 504: 5 });
  });

  it("stay with the target of their cookie, until it is unhealthy, and do not go back [S21, S25]", () => {
    const stickiness = { enabled: true, type: "lb_cookie", cookie_duration: 3600 };
    const drill = webDrill(["one", "two"], { clients: 2 }, { stickiness });
    drill.at("1m").breakHealth("two");
    drill.at("3m").mend("two");
    const report = drill.run("5m");
    expect(report.answeredBy("two", { to: "1m" })).toBe(3000);
    expect(report.answeredBy("two", { from: "2m" })).toBe(0);
    expect(report.stateAt("two", "5m").state).toBe("healthy");
    expect(report.answeredBy("one", { from: "2m" })).toBe(18_000);
  });

  it("stay with the target of their application's cookie as well [S27]", () => {
    const stickiness = { enabled: true, type: "app_cookie", cookie_name: "session", cookie_duration: 3600 };
    const report = webDrill(
      ["one", "two", "three"],
      { clients: 1, requestsPerSecond: 10 },
      { stickiness },
    ).run("10s");
    expect(report.targets.map(({ answered }) => answered).sort()).toEqual([0, 0, 100]);
  });

  it("get what this project's server would answer: on its port, at its paths", () => {
    const server = { name: "Server-1", healthPath: "/alive" };
    const wrongPath = webDrill([server], { begin: "registered", requestsPerSecond: 1 }).run("2m");
    expect(wrongPath.states("Server-1").at(-1)).toMatchObject({
      state: "unhealthy",
      description: "Health checks failed with these codes: [404]",
    });
    const elsewhere = webDrill([server], { request: `${request}nothing-here`, requestsPerSecond: 1 }).run(
      "10s",
    );
    expect(elsewhere).toMatchObject({ statuses: { 404: 10 }, failed: { count: 0 } });
  });
});
