import { headerNameHost } from "../../../lab/lint/defects/header-name-host";
import { findInConditions } from "../support/rule";

const inName = (http_header_name: unknown) =>
  findInConditions(headerNameHost, { http_header: [{ http_header_name, values: ["a.example.com"] }] });

it.each(["Host", "host", "HOST"])("refuses %p, which has a condition of its own [R22, TF65]", (name) => {
  expect(inName(name)).toMatchObject([
    {
      severity: "error",
      message: "http_header_name must not be Host, got it",
      fix: "use a host_header condition with the same values",
    },
  ]);
});

it.each(["X-Forwarded-Host", "Hostname", "${var.name}"])("is silent about %p", (name) => {
  expect(inName(name)).toEqual([]);
});

it("is silent about the right condition", () => {
  expect(findInConditions(headerNameHost, { host_header: { values: ["a.example.com"] } })).toEqual([]);
});
