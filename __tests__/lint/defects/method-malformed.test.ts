import { methodMalformed } from "../../../lab/lint/defects/method-malformed";
import { findInConditions } from "../support/rule";

const inMethod = (...values: readonly unknown[]) =>
  findInConditions(methodMalformed, { http_request_method: { values } });

it("refuses small letters, which the provider lets pass and no request has [R23, TF66]", () => {
  expect(inMethod("get")).toMatchObject([
    {
      severity: "error",
      message: 'http_request_method value must be 1 to 40 capitals, hyphens or underscores, got "get"',
      fix: "write GET",
    },
  ]);
});

it.each(["Post", "*", "GE?", "GET ", "GET,POST", "M1", "A".repeat(41)])("refuses %p [R23, R10]", (method) => {
  expect(inMethod("GET", method)).toHaveLength(1);
});

it.each(["GET", "DELETE", "VERSION-CONTROL", "MY_METHOD", "A".repeat(40)])("is silent about %p", (method) => {
  expect(inMethod(method)).toEqual([]);
});

it("does not judge what nobody knows yet, and leaves an empty value to another defect", () => {
  expect(inMethod("${var.method}", "")).toEqual([]);
});
