import { healthMatcherMalformed } from "../../../lab/lint/defects/health-matcher-malformed";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

const expecting = (matcher: unknown, more: object = {}) => groupWith({ ...more, health_check: { matcher } });

it.each([
  "abc",
  "2xx",
  "600",
  "199",
  "500",
  "200-500",
  "299-200",
  "200,",
  "200;204",
  "200-299-399",
  ",200",
  "20",
])("refuses %j, which passes the plan [H8, H10, TF29]", (matcher) => {
  expect(
    findIn(healthMatcherMalformed, expecting(matcher)).map(
      ({ message, severity }) => `${severity}: ${message}`,
    ),
  ).toEqual([
    "error: health_check matcher must be one code, a list or a range of codes from 200 to 499, got " +
      `"${matcher}"`,
  ]);
});

it.each(["200", "0-100", "-1", "OK"])("refuses %j for gRPC, whose codes are others [H9, H10]", (matcher) => {
  const [finding] = findIn(healthMatcherMalformed, expecting(matcher, { protocol_version: "GRPC" }));
  expect(finding?.message).toContain("codes from 0 to 99");
});

it.each(["200,300-302", "200, 204"])(
  "only warns of %j, because nobody has seen what AWS says [H10]",
  (matcher) => {
    expect(findIn(healthMatcherMalformed, expecting(matcher)).map(({ severity }) => severity)).toEqual([
      "warning",
    ]);
  },
);

it.each(["200", 200, "499", "200,204,301", "200-499", null])("is silent about %j", (matcher) => {
  expect(findIn(healthMatcherMalformed, expecting(matcher))).toEqual([]);
});

it.each(["0", "12", "0-99", "0,12", null])("is silent about %j for gRPC", (matcher) => {
  expect(findIn(healthMatcherMalformed, expecting(matcher, { protocol_version: "grpc" }))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthMatcherMalformed, expecting("${var.codes}"))).toEqual([]);
  expect(findIn(healthMatcherMalformed, expecting("0", { protocol_version: "${var.version}" }))).toEqual([]);
});

it("refuses what suits no version where nobody knows the version", () => {
  expect(
    findIn(healthMatcherMalformed, expecting("600", { protocol_version: "${var.version}" })),
  ).toHaveLength(1);
});

it("looks at functions too", () => {
  expect(
    findIn(healthMatcherMalformed, functionGroupWith({ health_check: { matcher: "500" } })),
  ).toHaveLength(1);
});
