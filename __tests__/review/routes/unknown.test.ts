import { addRule, header, host, path, to } from "../../lint/support/routes";
import type { Shape } from "../../lint/support/shop";
import { entrancesAfter, regionsAfter, unsureAfter } from "./support/shop-routes";

const fromElsewhere = "${data.aws_ssm_parameter.host.value}";
const known = (resource: Shape) =>
  addRule(resource, "beta", {
    priority: 20,
    when: [host("beta.example.com"), path("/beta/*")],
    action: to("api"),
  });
const beta = (resource: Shape) => resource.aws_lb_listener_rule.beta;

describe("what is not known is unsure, with the reason", () => {
  it("where conditions are, and the rest stays exact", () => {
    const edit = (resource: Shape) => {
      beta(resource).condition = [host(fromElsewhere), path("/beta/*")];
      resource.aws_lb_listener_rule.api.action = to("web");
    };
    expect(unsureAfter(edit, known)).toEqual([
      expect.stringMatching(/^aws_lb_listener_rule\.beta: conditions are unknown \(.+\)$/),
    ]);
    expect(regionsAfter(edit, known)).toEqual([
      "HTTP 80 of shop: moved: path /api or /api/*: forward to api -> forward to web (GET http://www.example.com/api)",
    ]);
  });

  it("where the priority is left to AWS, which may put a rule anywhere", () => {
    const edit = (resource: Shape) => {
      addRule(resource, "next", { when: [path("/api/v2/*")] });
    };
    expect(unsureAfter(edit)).toEqual([
      "aws_lb_listener_rule.next: its priority is the next free one at apply",
    ]);
    expect(regionsAfter(edit)).toEqual([]);
  });

  it("where nobody knows how many rules there are", () => {
    const edit = (resource: Shape) => {
      beta(resource).count = "${data.aws_ssm_parameter.count.value}";
    };
    const [line] = unsureAfter(edit, known);
    expect(line).toMatch(/^aws_lb_listener_rule\.beta(\[.*\])?: how many there are is unknown/);
  });

  it("where an action is", () => {
    const edit = (resource: Shape) => {
      beta(resource).action = [{ type: fromElsewhere }];
    };
    expect(unsureAfter(edit, known)).toEqual([
      expect.stringMatching(/^aws_lb_listener_rule\.beta: what it does is unknown \(.+\)$/),
    ]);
  });

  it("where the port of a listener is", () => {
    const edit = (resource: Shape) => {
      resource.aws_lb_listener.http.port = "${data.aws_ssm_parameter.port.value}";
    };
    const [entrance, ...others] = entrancesAfter(edit);
    expect(others).toEqual([]);
    expect(entrance?.regions).toEqual([]);
    expect(entrance?.unsure).toEqual([
      expect.stringMatching(/^aws_lb_listener\.http: its port is unknown \(.+\)$/),
    ]);
  });
});

it("nothing is unsure where the same is not known on both sides and nothing else changes", () => {
  const first = (resource: Shape) => {
    known(resource);
    beta(resource).condition = [host(fromElsewhere)];
    addRule(resource, "next", { when: [path("/next/*")] });
  };
  expect(entrancesAfter(() => {}, first)).toEqual([]);
});

it("a request without the header of an unknown value is still told exactly [R22]", () => {
  const first = (resource: Shape) =>
    addRule(resource, "beta", { priority: 5, when: [header("X-Beta", fromElsewhere)], action: to("web") });
  const edit = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.action = to("web");
  };
  const [entrance] = entrancesAfter(edit, first);
  expect(entrance?.regions).toMatchObject([
    { kind: "moved", conditions: ["path /api or /api/*"], except: ["header x-beta *"] },
  ]);
});

it("of a listener that is declared elsewhere only these rules are compared", () => {
  const arn =
    "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2";
  const first = (resource: Shape) => {
    for (const [name, at] of Object.entries({ one: 1, two: 2 })) {
      addRule(resource, name, { priority: at, when: [path(`/${name}`)], action: to("web") });
      resource.aws_lb_listener_rule[name].listener_arn = arn;
    }
  };
  const [entrance] = entrancesAfter((resource) => {
    resource.aws_lb_listener_rule.two.action = to("api");
  }, first);
  expect(entrance).toMatchObject({ loadBalancer: arn, at: `the listener ${arn}` });
  expect(entrance?.regions).toMatchObject([{ kind: "moved", conditions: ["path /two"] }]);
  expect(entrance?.regions[0]).not.toHaveProperty("example");
  expect(entrance?.unsure).toEqual([`${arn}: rules of it that are declared elsewhere are not seen`]);
});
