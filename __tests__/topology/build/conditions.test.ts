import { only, topologyOf, unknownFor } from "./declare";

function conditions(condition: unknown) {
  return only(topologyOf({ aws_lb_listener_rule: { a: { condition } } }).rules).conditions;
}

describe("the conditions of a rule", () => {
  it("are one of each kind, whose values are a set [TF63, TF64, TF65, TF66, TF68]", () => {
    const all = [
      { host_header: [{ values: ["b.example.com", "a.example.com"] }] },
      { path_pattern: { values: ["/a/*"] } },
      { http_header: { http_header_name: "X-Shop", values: ["*"] } },
      { http_request_method: { values: ["GET", "HEAD"] } },
      { source_ip: { values: ["10.0.0.0/8"] } },
    ];
    expect(conditions(all)).toEqual(conditions([...all].reverse()));
    expect(conditions(all)).toEqual(
      expect.arrayContaining([
        { kind: "host-header", values: ["a.example.com", "b.example.com"] },
        { kind: "path-pattern", values: ["/a/*"] },
        { kind: "http-header", name: "X-Shop", values: ["*"] },
        { kind: "http-request-method", values: ["GET", "HEAD"] },
        { kind: "source-ip", values: ["10.0.0.0/8"] },
      ]),
    );
  });

  it("may name several pairs of the query, and values under any key [TF67]", () => {
    const query_string = [{ key: "version", value: "v1" }, { value: "*example*" }, { key: "", value: "x" }];
    expect(conditions({ query_string })).toEqual([
      {
        kind: "query-string",
        pairs: [{ key: "version", value: "v1" }, { value: "*example*" }, { value: "x" }],
      },
    ]);
    expect(conditions([{ query_string: { key: "a", value: "b" } }])).toEqual([
      { kind: "query-string", pairs: [{ key: "a", value: "b" }] },
    ]);
  });

  it("are none that could be tried where the block is empty, or holds two kinds [TF62]", () => {
    expect(conditions({})).toEqual([{ kind: "other", name: "" }]);
    expect(conditions([{ host_header: [], path_pattern: [], source_ip: [] }])).toEqual([
      { kind: "other", name: "" },
    ]);
    const two = { path_pattern: { values: ["/a"] }, host_header: { values: ["a.example.com"] } };
    expect(conditions(two)).toEqual([{ kind: "other", name: "host-header and path-pattern" }]);
  });

  it("are of a kind that is not known here where they match by regular expression [R14]", () => {
    expect(conditions({ path_pattern: { regex_values: ["^/a"] } })).toEqual([
      { kind: "other", name: "path-pattern with regex-values" },
    ]);
  });

  it("are none where a rule has none", () => {
    expect(conditions(undefined)).toEqual([]);
    expect(conditions([])).toEqual([]);
  });

  it("say what is unknown: a value, all values, a name, a pair, a condition", () => {
    expect(conditions({ path_pattern: { values: ["/b", "${var.a}", 7] } })).toEqual([
      { kind: "path-pattern", values: ["/b", "7", unknownFor("var.a")] },
    ]);
    expect(conditions({ path_pattern: { values: "${var.all}" } })).toEqual([
      { kind: "path-pattern", values: unknownFor("var.all") },
    ]);
    expect(conditions({ path_pattern: { values: "/a" } })).toEqual([
      { kind: "path-pattern", values: { unknown: 'must be a list, got "/a"' } },
    ]);
    expect(conditions({ http_header: { values: ["a"] } })).toEqual([
      { kind: "http-header", name: { unknown: "http_header_name is not set" }, values: ["a"] },
    ]);
    expect(conditions({ query_string: [{ key: "a" }, { key: "${var.k}", value: "${var.v}" }] })).toEqual([
      {
        kind: "query-string",
        pairs: [
          { key: "a", value: { unknown: "value is not set" } },
          { key: unknownFor("var.k"), value: unknownFor("var.v") },
        ],
      },
    ]);
    expect(conditions([{ path_pattern: "${var.block}" }])).toEqual([unknownFor("var.block")]);
    expect(conditions([{ query_string: "${var.pairs}" }])).toEqual([unknownFor("var.pairs")]);
  });
});
