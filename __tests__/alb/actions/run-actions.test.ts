import { actionChoices, routingChoices, runActions } from "../../../lab/alb";
import type { AuthenticateAction } from "../../../lab/topology";
import { context, headerOf, later, request, run, weighted } from "./samples";

const signIn = (
  onUnauthenticatedRequest: AuthenticateAction["onUnauthenticatedRequest"],
): AuthenticateAction => ({
  kind: "authenticate-oidc",
  onUnauthenticatedRequest,
});
const jwt: AuthenticateAction = { kind: "jwt-validation", onUnauthenticatedRequest: "authenticate" };

describe("a fixed response", () => {
  it("has status, type and body as declared [R66]", () => {
    const answer = run({
      kind: "fixed-response",
      statusCode: 503,
      contentType: "application/json",
      messageBody: '{"until":"noon"}',
    });
    expect(answer).toEqual({
      kind: "answer",
      status: 503,
      reason: "Service Unavailable",
      headers: ["Server", "awselb/2.0", "Content-Type", "application/json"],
      body: '{"until":"noon"}',
      close: false,
      executed: ["fixed-response"],
    });
  });

  it("needs neither type nor body [R66]", () => {
    const answer = run({ kind: "fixed-response", statusCode: 404 });
    expect(answer).toMatchObject({ status: 404, body: "" });
    expect(headerOf(answer, "Content-Type")).toBeUndefined();
  });

  it("has header names in lower case over HTTP/2, and no Server where that is off [P-E7, P16]", () => {
    const action = { kind: "fixed-response", statusCode: 200, contentType: "text/css" } as const;
    expect(run(action, {}, { version: "2.0", server: false })).toHaveProperty("headers", [
      "content-type",
      "text/css",
    ]);
  });

  it("has a code of its own too, without a phrase", () => {
    expect(run({ kind: "fixed-response", statusCode: 499 })).toMatchObject({ status: 499, reason: "" });
  });
});

describe("an action before the routing one", () => {
  it("denies by 401 [R71, E401]", () => {
    expect(run([signIn("deny"), weighted(1)])).toMatchObject({ status: 401, executed: ["authenticate"] });
  });

  it("allows to go on without claims [R71]", () => {
    expect(run([signIn("allow"), weighted(1)])).toMatchObject({
      kind: "forward",
      executed: ["authenticate", "forward"],
    });
  });

  it("cannot ask to sign in here, and says so instead of letting anybody through", () => {
    const answer = run([signIn("authenticate"), weighted(1)]);
    expect(answer).toMatchObject({ status: 501, close: false });
    expect(answer).toHaveProperty(
      "body",
      "This rule asks clients to sign in (authenticate-oidc), which is not simulated here.\n",
    );
  });

  it("refuses a request without a token, and cannot check one", () => {
    const bearing = (value: string) => ({
      header: (name: string) => (name === "authorization" ? [value] : []),
    });
    expect(run([jwt, weighted(1)])).toMatchObject({ status: 401 });
    expect(run([jwt, weighted(1)], bearing("Basic eA=="))).toMatchObject({ status: 401 });
    expect(run([jwt, weighted(1)], bearing("Bearer x.y.z"))).toMatchObject({ status: 501 });
  });
});

describe("the actions of a rule", () => {
  it("run in order up to the one that routes [R40, R41]", () => {
    const fixed = { kind: "fixed-response", statusCode: 200 } as const;
    expect(run([signIn("allow"), fixed, weighted(1)])).toMatchObject({
      status: 200,
      executed: ["authenticate", "fixed-response"],
    });
  });

  it.each([
    ["all of them", later, "actions: known after apply"],
    ["the second one", [signIn("allow"), later], "actions[1]: known after apply"],
    ["what to do with strangers", [signIn(later)], "actions[0].onUnauthenticatedRequest: known after apply"],
    ["none that routes", [signIn("allow")], "actions: none of them routes the request"],
    ["none at all", [], "actions: none of them routes the request"],
  ])("cannot be carried out: %s", (_, actions, reason) => {
    expect(runActions(actions, request(), context)).toEqual({ kind: "unknown", reason });
  });
});

describe("what AWS leaves open", () => {
  it("is written down with the statement that leaves it open", () => {
    for (const { fact, choice } of [...routingChoices, ...actionChoices]) {
      expect(fact).toMatch(/^R\d+$/);
      expect(choice).not.toBe("");
    }
  });
});
