import { valueRepeated } from "../../../lab/lint/defects/value-repeated";
import { findInConditions } from "../support/rule";

it("warns of hosts that differ in case only [R20, R8]", () => {
  const hosts = { host_header: { values: ["Shop.example.com", "shop.example.com", "a.example.com"] } };
  expect(findInConditions(valueRepeated, hosts)).toMatchObject([
    {
      severity: "warning",
      message:
        'values of host_header must differ in more than case, got "Shop.example.com" and "shop.example.com"',
    },
  ]);
});

it("warns of it in headers and queries [R22, R24]", () => {
  const header = { http_header: { http_header_name: "X-A", values: ["beta", "Beta"] } };
  expect(findInConditions(valueRepeated, header)).toHaveLength(1);
  const query_string = [
    { key: "Version", value: "v1" },
    { key: "version", value: "V1" },
  ];
  expect(findInConditions(valueRepeated, { query_string })).toHaveLength(1);
});

it("is silent where case counts, in paths [R21]", () => {
  expect(findInConditions(valueRepeated, { path_pattern: { values: ["/Shop", "/shop"] } })).toEqual([]);
});

it("is silent about other keys, and about other headers with the same value", () => {
  const query_string = [
    { key: "a", value: "1" },
    { key: "b", value: "1" },
  ];
  expect(findInConditions(valueRepeated, { query_string })).toEqual([]);
  const header = (name: string) => ({ http_header: { http_header_name: name, values: ["beta"] } });
  expect(findInConditions(valueRepeated, header("X-A"), header("X-B"))).toEqual([]);
});

it("is silent about what is written twice word by word, which Terraform takes for one, and what nobody knows", () => {
  const twice = { host_header: { values: ["a.example.com", "a.example.com"] } };
  expect(findInConditions(valueRepeated, twice)).toEqual([]);
  const unknown = { host_header: { values: ["${var.a}", "${var.A}"] } };
  expect(findInConditions(valueRepeated, unknown)).toEqual([]);
});
