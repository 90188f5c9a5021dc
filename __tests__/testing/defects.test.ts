import "../../lab/testing";
import { shop as bareShop, type Shape } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

/** The shop with a role for its servers, without which lint has something to say. */
function shop(): Shape {
  const json = bareShop();
  for (const instance of Object.values<Shape>(json.resource.aws_instance))
    instance.iam_instance_profile = "server";
  return json;
}

/** The same with a health check that AWS refuses: its timeout is its interval [H11]. */
function slow(): Shape {
  const json = shop();
  json.resource.aws_lb_target_group.api.health_check.timeout = 15;
  return json;
}

const id = "health-timeout-not-below-interval";

describe("toHaveNoDefects", () => {
  it("passes where lint finds nothing", () => {
    expect(shop()).toHaveNoDefects();
    expect(labStack("dev")).toHaveNoDefects();
  });

  it("says one line for each defect: what it is, where, and what to do", () => {
    expect(slow()).not.toHaveNoDefects();
    expect(messageOf(() => expect(slow()).toHaveNoDefects())).toMatch(
      new RegExp(`^expected input to have no defects\\nerror ${id} aws_lb_target_group\\.api: .*15.*; .+$`),
    );
    expect(messageOf(() => expect(shop()).not.toHaveNoDefects())).toBe(
      "expected input not to have no defects\nit has none",
    );
  });

  it("may be told which ones are wanted", () => {
    expect(slow()).toHaveNoDefects({ except: [id] });
  });

  it("tells which of these are not there any more, so that the list stays true", () => {
    expect(messageOf(() => expect(shop()).toHaveNoDefects({ except: [id] }))).toBe(
      `expected input to have no defects except ${id}\n${id} is not found any more; take it out of except`,
    );
  });

  it("refuses an id that no defect has, with not as well", () => {
    const message =
      'except: must be ids of defects, got "timeout-not-below-interval", which is none; there is health-timeout-not-below-interval';
    const except = ["timeout-not-below-interval"];
    expect(messageOf(() => expect(slow()).toHaveNoDefects({ except }))).toBe(message);
    expect(messageOf(() => expect(slow()).not.toHaveNoDefects({ except }))).toBe(message);
    expect(messageOf(() => expect(slow()).not.toHaveNoDefects({ exept: [] } as never))).toBe(
      'toHaveNoDefects: must be made of except, profile, quotas or stack, got "exept"',
    );
  });

  it("judges by the profile and the quotas that it is given", () => {
    expect(shop()).not.toHaveNoDefects({ profile: "prod" });
    expect(shop()).not.toHaveNoDefects({ quotas: { listenersPerLoadBalancer: 0 } });
  });

  it("shows the first twenty of many", () => {
    const json = shop();
    for (let index = 0; index < 30; index++)
      json.resource.aws_lb_target_group[`g${index}`] = {
        ...slow().resource.aws_lb_target_group.api,
        name: `g${index}`,
      };
    const lines = messageOf(() => expect(json).toHaveNoDefects()).split("\n");
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toMatch(/^and \d+ more defects$/);
  });
});
