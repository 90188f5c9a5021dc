import { hostTooLong } from "../../../lab/lint/defects/host-too-long";
import { findInConditions } from "../support/rule";

const withHosts = (...values: readonly unknown[]) =>
  findInConditions(hostTooLong, { host_header: { values } });

it("refuses a value of 129 characters [R20, TF63]", () => {
  expect(withHosts("example.".padEnd(129, "a"))).toMatchObject([
    { severity: "error", message: "host_header value must be at most 128 characters, got 129" },
  ]);
});

it("is silent about one of 128 characters", () => {
  expect(withHosts("example.".padEnd(128, "a"))).toEqual([]);
});

it("finds the one among several, also in a list of one block", () => {
  const long = "example.".padEnd(200, "a");
  expect(withHosts("/a", long, "/b")).toHaveLength(1);
  expect(findInConditions(hostTooLong, { host_header: [{ values: [long] }] })).toHaveLength(1);
});

it("does not judge what nobody knows yet", () => {
  expect(withHosts("${var.value}")).toEqual([]);
  expect(findInConditions(hostTooLong, { host_header: "${var.block}" })).toEqual([]);
});
