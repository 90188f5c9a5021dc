import { parseTopology } from "../../lab/topology";
import { forwardTo, type LabConfig, labText, labTopology } from "../local/lab/lab-config";
import { drillOf, request, statesOf, webConfig } from "./drill-lab";

/** Servers of which two are in a group that nobody asks, unless rules do. */
function shop(rules: Readonly<Record<string, unknown>> = {}): LabConfig {
  const { web } = webConfig(["one", "two"]).groups;
  const { web: api } = webConfig(["three"]).groups;
  return { groups: { web: web!, api: api! }, rules };
}

const toApi = {
  api: { priority: 1, condition: [{ path_pattern: { values: ["/*"] } }], action: [forwardTo("api")] },
};
const teapot = {
  type: "fixed-response",
  fixed_response: { content_type: "text/plain", status_code: "418" },
};

describe("a change of routes", () => {
  it("counts for what is asked from then on, not for what is under way", () => {
    const drill = drillOf(shop(), { serviceMilliseconds: 3000 });
    drill.at("10s").change(labTopology(shop({ all: { ...toApi.api, action: [teapot] } })));
    expect(drill.run("20s").statuses).toEqual({ 200: 1000, 418: 1000 });
  });

  it("brings targets into use, which are probed then, and takes others out of it [H30, H31, H32]", () => {
    const drill = drillOf(shop());
    drill.at("1m").change(labTopology(shop(toApi)));
    drill.at("3m").change(labTopology(shop()));
    const report = drill.run("4m");
    expect(statesOf(report, "three")).toEqual([
      "unused Target.NotInUse",
      expect.stringMatching(/^initial Elb\./),
      expect.stringMatching(/^initial Elb\./),
      "healthy",
      "unused Target.NotInUse",
    ]);
    expect(report.stateAt("three", "2m").state).toBe("healthy");
    expect(report.answeredBy("three", { from: "2m", to: "3m" })).toBe(6000);
    expect(report.answeredBy("three", { from: "3m" })).toBe(0);
  });

  it("is made anew in every run", () => {
    const drill = drillOf(shop());
    drill.at("1m").change(labTopology(shop(toApi)));
    expect(drill.run("2m")).toEqual(drill.run("2m"));
  });

  it.each<[string, string, string]>([
    ["another health check", '"interval":10', '"interval":20'],
    ["another attribute of a load balancer", '"name":"alb"', '"name":"alb","idle_timeout":90'],
    ["another zone of a server", "${aws_subnet.eu-central-1a.id}", "${aws_subnet.eu-central-1b.id}"],
  ])("is no change of anything else, such as %s", (_, text, other) => {
    const config = shop();
    const changed = labText(config)
      .replaceAll(`"subnet_id":"${text}"`, `"subnet_id":"${other}"`)
      .replace(text, other);
    expect(changed).not.toBe(labText(config));
    expect(() => drillOf(config).at("1m").change(parseTopology(changed))).toThrow(
      /^change: must change nothing but listeners, rules and weights, got another aws_/,
    );
  });

  it("must leave whatever is asked an answer", () => {
    const closed = labTopology({ ...shop(), listener: { port: 8080 } });
    expect(() => drillOf(shop()).at("1m").change(closed)).toThrow(
      `${request}: must go to a listener, got HTTP 80; there are HTTP 8080`,
    );
  });
});
