import { pathTooLong } from "../../../lab/lint/defects/path-too-long";
import { findInConditions } from "../support/rule";

const withPaths = (...values: readonly unknown[]) =>
  findInConditions(pathTooLong, { path_pattern: { values } });

it("refuses a value of 129 characters [R21, B28, TF64]", () => {
  expect(withPaths("/shop/".padEnd(129, "a"))).toMatchObject([
    { severity: "error", message: "path_pattern value must be at most 128 characters, got 129" },
  ]);
});

it("is silent about one of 128 characters", () => {
  expect(withPaths("/shop/".padEnd(128, "a"))).toEqual([]);
});

it("finds the one among several, also in a list of one block", () => {
  const long = "/shop/".padEnd(200, "a");
  expect(withPaths("/a", long, "/b")).toHaveLength(1);
  expect(findInConditions(pathTooLong, { path_pattern: [{ values: [long] }] })).toHaveLength(1);
});

it("does not judge what nobody knows yet", () => {
  expect(withPaths("${var.value}")).toEqual([]);
  expect(findInConditions(pathTooLong, { path_pattern: "${var.block}" })).toEqual([]);
});
