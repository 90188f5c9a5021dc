import { only, type Resources, topologyOf, unknownFor } from "./declare";

const groups: Resources = { aws_lb_target_group: { a: {}, b: {} } };
const [a, b] = ["a", "b"].map((name) => `\${aws_lb_target_group.${name}.arn}`);
const [linkA, linkB] = ["a", "b"].map((name) => ({ address: `aws_lb_target_group.${name}` }));

function actions(action: unknown) {
  return only(topologyOf({ ...groups, aws_lb_listener_rule: { r: { action } } }).rules).actions;
}

describe("a forward action", () => {
  it("names its group directly or in a block, where a weight is 1 unless it is set [TF54, R47]", () => {
    const single = { kind: "forward", groups: [{ group: linkA, weight: 1 }] };
    expect(actions({ type: "forward", target_group_arn: a })).toEqual([single]);
    expect(actions({ type: "forward", forward: { target_group: { arn: a } } })).toEqual([single]);
    const forward = [{ target_group: [{ arn: b, weight: "3" }, { arn: a }] }];
    expect(actions([{ type: "forward", forward, target_group_arn: a }])).toEqual([
      {
        kind: "forward",
        groups: [
          { group: linkA, weight: 1 },
          { group: linkB, weight: 3 },
        ],
      },
    ]);
  });

  it("is sticky only where that is switched on [TF54, R48]", () => {
    const stickiness = (block: object) => {
      const forward = { target_group: { arn: a }, stickiness: block };
      return actions({ type: "forward", forward });
    };
    const withStickiness = (found: object) => [expect.objectContaining({ kind: "forward", ...found })];
    expect(stickiness({ duration: 600, enabled: true })).toEqual(
      withStickiness({ stickiness: { enabled: true, durationSeconds: 600 } }),
    );
    for (const off of [{ duration: 600 }, [{ duration: 600, enabled: false }], []])
      expect(stickiness(off)).toEqual([expect.not.objectContaining({ stickiness: expect.anything() })]);
    const enabled = unknownFor("var.sticky");
    expect(stickiness({ duration: "1", enabled: "${var.sticky}" })).toEqual(
      withStickiness({ stickiness: { enabled, durationSeconds: 1 } }),
    );
  });

  it("says what of its groups is unknown", () => {
    const forward = (values: object) => only(actions({ type: "forward", ...values }) as object[]);
    expect(forward({ target_group_arn: "${var.group}" })).toMatchObject({
      groups: [{ group: unknownFor("var.group"), weight: 1 }],
    });
    expect(forward({ forward: "${var.forward}" })).toMatchObject({ groups: unknownFor("var.forward") });
    const target_group = [{ arn: "arn:aws:b", weight: "${var.weight}" }, {}];
    expect(forward({ forward: { target_group } })).toMatchObject({
      groups: [
        { group: { external: "arn:aws:b" }, weight: unknownFor("var.weight") },
        { group: { unknown: "arn is not set" }, weight: 1 },
      ],
    });
    expect(forward({})).toMatchObject({ groups: [] });
  });
});

describe("a redirect", () => {
  it("keeps what it does not change [TF55, R56]", () => {
    expect(actions({ type: "redirect", redirect: { status_code: "HTTP_301" } })).toEqual([
      {
        kind: "redirect",
        protocol: "#{protocol}",
        host: "#{host}",
        port: "#{port}",
        path: "/#{path}",
        query: "#{query}",
        statusCode: 301,
      },
    ]);
  });

  it("may drop the query, which is another thing than not to mention it", () => {
    const redirect = { status_code: "HTTP_302", protocol: "HTTPS", port: 443, query: "" };
    expect(actions([{ type: "redirect", redirect: [redirect] }])).toEqual([
      expect.objectContaining({ protocol: "HTTPS", port: "443", query: "", statusCode: 302 }),
    ]);
  });

  it("has an unknown status where AWS would take none", () => {
    const status = (status_code: unknown) => actions({ type: "redirect", redirect: { status_code } });
    expect(status("301")).toMatchObject([{ statusCode: unknownFor("must be HTTP_301 or HTTP_302") }]);
    expect(status(null)).toMatchObject([{ statusCode: { unknown: "status_code is not set" } }]);
    expect(actions({ type: "redirect", redirect: "${var.to}" })).toMatchObject([
      { host: unknownFor("var.to"), statusCode: unknownFor("var.to") },
    ]);
  });
});

describe("another action", () => {
  it("may be an answer, with type and body where they are set [R66, TF56]", () => {
    const answer = (fixed_response: object) => actions({ type: "fixed-response", fixed_response });
    expect(answer({ status_code: "503", content_type: "text/plain", message_body: "later" })).toEqual([
      { kind: "fixed-response", statusCode: 503, contentType: "text/plain", messageBody: "later" },
    ]);
    expect(answer({ message_body: "" })).toEqual([
      { kind: "fixed-response", statusCode: { unknown: "status_code is not set" } },
    ]);
  });

  it("may ask who the client is, and send it to sign in where nothing else is said [R71]", () => {
    const oidc = { type: "authenticate-oidc", order: 1, authenticate_oidc: { issuer: "https://id" } };
    const cognito = {
      type: "authenticate-cognito",
      order: 2,
      authenticate_cognito: [{ on_unauthenticated_request: "deny" }],
    };
    expect(actions([cognito, oidc, { type: "jwt-validation" }])).toEqual([
      { kind: "authenticate-oidc", onUnauthenticatedRequest: "authenticate" },
      { kind: "authenticate-cognito", onUnauthenticatedRequest: "deny" },
      { kind: "jwt-validation", onUnauthenticatedRequest: "deny" },
    ]);
  });

  it("is unknown where its type is, or is none of AWS's", () => {
    expect(actions([{ type: "${var.type}" }, {}, { type: "teapot" }])).toEqual([
      unknownFor("var.type"),
      { unknown: "type is not set" },
      unknownFor('type "teapot" is not part of this model'),
    ]);
  });
});

describe("actions", () => {
  const answer = (status_code: string, order?: unknown) => ({
    type: "fixed-response",
    fixed_response: { status_code },
    order,
  });

  it("run in the order they say, which is that of the blocks where they do not [TF53, R42]", () => {
    expect(actions([answer("404", 30), answer("503", "20"), answer("200", 10)])).toMatchObject([
      { statusCode: 200 },
      { statusCode: 503 },
      { statusCode: 404 },
    ]);
    expect(actions([answer("404"), answer("503")])).toMatchObject([{ statusCode: 404 }, { statusCode: 503 }]);
  });

  it("are unknown together where their order is", () => {
    expect(actions([answer("404", "${var.order}"), answer("503")])).toEqual(unknownFor("var.order"));
    expect(actions([answer("404", "${var.order}")])).toMatchObject([{ statusCode: 404 }]);
  });
});
