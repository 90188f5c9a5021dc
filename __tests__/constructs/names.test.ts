import { Construct } from "constructs";
import fc from "fast-check";
import { HealthCheckedTargetGroup as Group } from "../../constructs";
import { albIn, problemIdsIn, synthesize } from "../support/synthesize";

const vpcId = "vpc-0123456789abcdef0";
/** What AWS takes as the name of a load balancer or target group (N1, N2). */
const awsName = /^(?!internal-)(?!.*--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;

const stackName = fc.oneof(
  fc.stringMatching(/^[A-Za-z][\w-]{0,60}$/),
  fc.constantFrom("internal-lb", "Internal", "a--b", "a-", "x"),
);
/** Ids that the library itself refuses: inherited names of an object, blanks only, and slashes. */
const id = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 60, unit: "binary" }),
    fc.stringMatching(/^[a-zA-Z0-9_. -]{1,60}$/),
    fc.constantFrom("internal-lb", "-", "--a--", "ünïcödé", "a".repeat(80), "0"),
  )
  .filter((text) => text.trim() !== "" && !/[/\s]/.test(text) && !(text in {}));

// G3
test("any stack and construct ids give a name that AWS takes", () => {
  fc.assert(
    fc.property(stackName, id, id, (name, outer, inner) => {
      const stack = synthesize((scope) => {
        new Group(new Construct(new Construct(scope, "app"), outer), inner, { vpcId });
      }, name);
      expect(stack.only("aws_lb_target_group").fields.name).toMatch(awsName);
    }),
    { numRuns: 60, seed: 3 },
  );
});

// G3
test("a load balancer's name never starts with internal-, whatever its construct is called", () => {
  const stack = synthesize((scope) => {
    albIn(scope);
  }, "internal-things");
  expect(stack.only("aws_lb").fields.name).toMatch(awsName);
});

// G2, G3
test("two constructs with ids that shorten alike still get different names", () => {
  const long = "a-service-with-a-very-long-name-indeed";
  const stack = synthesize((scope) => {
    for (const end of ["one", "two"])
      new Group(new Construct(scope, `${long}-${end}-${long}`), "targets", { vpcId });
  });
  const names = stack.all("aws_lb_target_group").map(({ fields }) => fields.name);
  expect(new Set(names).size).toBe(2);
});

// G3: refuse rather than cut silently
test.each([
  ["a".repeat(24), "longer than 23 characters"],
  ["-web", "leading hyphen"],
  ["web-", "trailing hyphen"],
  ["a--b", "double hyphen"],
  ["internal-web", "reserved start"],
  ["web_1", "underscore"],
  ["", "empty"],
])("a name stem is refused: %j (%s)", (nameStem) => {
  expect(problemIdsIn((stack) => albIn(stack, { nameStem }))).toEqual(["name-stem-refused"]);
  expect(problemIdsIn((stack) => new Group(stack, "g", { vpcId, nameStem }))).toEqual(["name-stem-refused"]);
});

// G2: the scheme is all of a load balancer that its name has to follow
test("a load balancer that becomes internal gets another name, and equal ones an equal name", () => {
  const nameOf = (internal: boolean) =>
    synthesize((stack) => albIn(stack, { internal })).only("aws_lb").fields.name;
  expect(nameOf(true)).not.toBe(nameOf(false));
  expect(nameOf(true)).toBe(nameOf(true));
});
