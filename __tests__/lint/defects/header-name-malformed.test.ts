import { headerNameMalformed } from "../../../lab/lint/defects/header-name-malformed";
import { findInConditions } from "../support/rule";

const inName = (http_header_name: unknown) =>
  findInConditions(headerNameMalformed, { http_header: { http_header_name, values: ["a"] } });

it("refuses what is no name of a header [R22]", () => {
  const [finding] = inName("X-Version:");
  expect(finding).toMatchObject({ severity: "error" });
  expect(finding?.message).toMatch(
    /^http_header_name must be 1 to 40 letters, digits or .*, got "X-Version:"$/,
  );
});

it.each(["X Version", "X,Version", "X/Version", "(X)", "X-Größe", "X\n", "X".repeat(41)])(
  "refuses %p [R22, TF65]",
  (name) => {
    expect(inName(name)).toMatchObject([{ severity: "error" }]);
  },
);

it("only doubts a star, which is a character of names but no wildcard there [R10, TF65]", () => {
  expect(inName("X-*")).toMatchObject([{ severity: "warning" }]);
  expect(inName("X-*:")).toMatchObject([{ severity: "error" }]);
});

it.each(["X-Version", "user-agent", "X_1", "!#$%&'+.^_`|~-", "X".repeat(40)])(
  "is silent about %p",
  (name) => {
    expect(inName(name)).toEqual([]);
  },
);

it("does not judge what nobody knows yet", () => {
  expect(inName("${var.name}")).toEqual([]);
  expect(findInConditions(headerNameMalformed, { http_header: "${var.block}" })).toEqual([]);
});
