import { Notices } from "../../../lab/local/setup/notices";

const unknown = { unknown: "known after apply" };

function settled(part: object, defaults: object) {
  const notices = new Notices();
  return { settled: notices.settleWithDefaults("aws_lb.web", part, defaults), lines: notices.lines() };
}

describe("a value that is not known yet", () => {
  it("has its default here, and a notice in words says so", () => {
    expect(
      settled({ healthCheck: { intervalSeconds: unknown } }, { healthCheck: { intervalSeconds: 30 } }),
    ).toEqual({
      settled: { healthCheck: { intervalSeconds: 30 } },
      lines: ["aws_lb.web: health check interval seconds is not known (known after apply); here it is 30"],
    });
  });

  it("is left out where it has no default", () => {
    expect(settled({ stickiness: { cookieName: unknown } }, { stickiness: {} })).toEqual({
      settled: { stickiness: {} },
      lines: ["aws_lb.web: stickiness cookie name is not known (known after apply); here it is left out"],
    });
  });

  it("has no notice where it changes nothing here, such as the bucket of logs", () => {
    const part = { accessLogs: { enabled: unknown, bucket: unknown }, deletionProtection: unknown };
    const defaults = { accessLogs: { enabled: false }, deletionProtection: false };
    expect(settled(part, defaults)).toEqual({ settled: defaults, lines: [] });
  });

  it("that is a whole block has no block in its notice", () => {
    expect(settled({ healthCheck: unknown }, { healthCheck: { path: "/" } }).lines).toEqual([
      "aws_lb.web: health check is not known (known after apply); here it has its defaults",
    ]);
  });
});
