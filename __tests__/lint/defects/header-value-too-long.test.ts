import { headerValueTooLong } from "../../../lab/lint/defects/header-value-too-long";
import { findInConditions } from "../support/rule";

const withValues = (...values: readonly unknown[]) =>
  findInConditions(headerValueTooLong, { http_header: { http_header_name: "X-A", values } });

it("refuses a value of 129 characters [R22, TF65]", () => {
  expect(withValues("shop".padEnd(129, "a"))).toMatchObject([
    { severity: "error", message: "http_header value must be at most 128 characters, got 129" },
  ]);
});

it("is silent about one of 128 characters", () => {
  expect(withValues("shop".padEnd(128, "a"))).toEqual([]);
});

it("finds the one among several, also in a list of one block", () => {
  const long = "shop".padEnd(200, "a");
  expect(withValues("/a", long, "/b")).toHaveLength(1);
  expect(
    findInConditions(headerValueTooLong, { http_header: [{ http_header_name: "X-A", values: [long] }] }),
  ).toHaveLength(1);
});

it("does not judge what nobody knows yet", () => {
  expect(withValues("${var.value}")).toEqual([]);
  expect(findInConditions(headerValueTooLong, { http_header: "${var.block}" })).toEqual([]);
});
