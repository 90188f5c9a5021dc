import { Testing } from "cdktf";
import "../../lab/testing";
import { albIn, emptyStack } from "../support/synthesize";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const must =
  "expect(...): must be a stack, a path, Terraform JSON (a synthesized stack, a plan or a state) or a topology";

describe("what is no input", () => {
  const stack = labStack("dev");

  it.each<[what: string, received: unknown, message: string]>([
    ["nothing", undefined, `${must}, got undefined`],
    ["null", null, `${must}, got null`],
    ["a number", 7, `${must}, got the number 7`],
    ["an empty text", " ", `${must}, got an empty text`],
    ["a list", [stack], `${must}, got a list; give one input`],
    ["a promise", Promise.resolve(stack), `${must}, got a promise; await it`],
    ["a function", labStack, `${must}, got the function labStack; call it`],
    ["a thing of another kind", new Map(), `${must}, got a Map`],
    ["an app", stack.node.root, `${must}, got an app; give one of its stacks (dev)`],
    ["an app without stacks", Testing.app(), `${must}, got an app; give one of its stacks (it has none)`],
    ["a part of a stack", stack.node.findChild("alb"), `${must}, got the construct dev/alb; give its stack`],
    [
      "no path",
      "nowhere.json",
      "nowhere.json: must be a file that can be read, got no such file; synthesize first, or look at the path",
    ],
    [
      "some other object",
      { hello: 1 },
      "input: must be a synthesized stack, or a plan or state as 'terraform show -json' prints it, got an object with hello; give it cdk.tf.json, or the output of 'terraform show -json'",
    ],
  ])("is said: %s", (_, received, message) => {
    expect(messageOf(() => expect(received).toHaveTargets("web"))).toBe(message);
    expect(messageOf(() => expect(received).not.toHaveTargets("web"))).toBe(message);
    expect(messageOf(() => expect(received).not.toHaveNoDefects())).toBe(message);
    expect(messageOf(() => expect(received).not.toRoute("GET http://x/").to("web"))).toBe(message);
  });

  it("is a stack with nothing in it, for whatever is asked", () => {
    const empty = emptyStack();
    const none = "got none; is it the right input?";
    expect(messageOf(() => expect(empty).not.toHaveTargets("web"))).toBe(
      `lab: must declare a target group, ${none}`,
    );
    expect(messageOf(() => expect(empty).not.toRunFile("web", "server.js"))).toBe(
      `lab: must declare an instance, ${none}`,
    );
    expect(messageOf(() => expect(empty).toHaveNoDefects())).toBe(`lab: must declare resources, ${none}`);
    expect(messageOf(() => expect(empty).not.toRoute("GET http://x/").to("web"))).toBe(
      "lab: must declare an application load balancer, got none; look at alb-lab topology",
    );
  });

  it("is a stack whose constructs refuse to be synthesized, with what they say", () => {
    const refused = emptyStack();
    albIn(refused, { idleTimeoutSeconds: 0 });
    expect(messageOf(() => expect(refused).not.toHaveTargets("alb"))).toMatch(
      /^the stack lab cannot be synthesized: lab\/alb: idleTimeoutSeconds must be .+/,
    );
  });

  it("is another stack than the one that is named", () => {
    expect(messageOf(() => expect(stack).toHaveTargets("web", {}, { stack: "prod" }))).toBe(
      "dev: must be the stack prod, got dev",
    );
  });
});
