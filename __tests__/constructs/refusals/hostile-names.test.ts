import { Construct } from "constructs";
import fc from "fast-check";
import { AlbWithTargetGroup, ExpressService, HealthCheckedTargetGroup } from "../../../constructs";
import { madeNetwork, synthesize } from "../../support/synthesize";

const vpcId = "vpc-0123456789abcdef0";

/** Ids that cdktf takes, whatever a person types; a slash becomes two hyphens there. */
const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" }),
  fc.constantFrom("sg-x", "internal-x", "a\nb", "日本", "../admin"),
  fc.constantFrom("${self.id}", "%{ if true }", '"; rm -rf /', "<img onerror=1>", "a".repeat(300)),
);

// B35, B37, B38, B62, N1, N2, N9, N10
test("whatever a construct is called, every name is one that AWS takes and Terraform does not evaluate", () => {
  fc.assert(
    fc.property(id, id, (outer, inner) => {
      const declare = (stack: Construct) => {
        const scope = new Construct(stack, `x${outer}`);
        const alb = new AlbWithTargetGroup(scope, inner, { network: madeNetwork(stack as never) });
        new ExpressService(scope, `s${inner}`, { alb, serverNames: ["one"] });
      };
      const stack = synthesize(declare as never);
      for (const { fields } of [...stack.all("aws_lb"), ...stack.all("aws_lb_target_group")]) {
        expect(fields.name).toMatch(/^(?!internal-)(?=.{1,32}$)[A-Za-z0-9](-?[A-Za-z0-9])*$/);
      }
      for (const { fields } of stack.all("aws_security_group")) {
        expect(fields.name_prefix).toMatch(/^(?!sg-)[A-Za-z0-9-]{1,229}$/);
      }
      for (const { fields } of stack.resources) {
        const name = Object(fields.tags).Name;
        if (name !== undefined) expect(name).toMatch(/^[A-Za-z0-9_.-]{1,256}$/);
      }
    }),
    { numRuns: 60 },
  );
});

test("names that are equal after shortening differ by their hash", () => {
  const long = "orders-for-the-whole-of-the-country-";
  const stack = synthesize((scope) => {
    for (const end of ["api", "app"])
      new HealthCheckedTargetGroup(scope, `${long}${end}`, { vpcId, nameStem: "orders" });
  });
  const names = stack.all("aws_lb_target_group").map(({ fields }) => String(fields.name));
  expect(names.map((name) => name.slice(0, -8))).toEqual(["orders-", "orders-"]);
  expect(new Set(names).size).toBe(2);
});
