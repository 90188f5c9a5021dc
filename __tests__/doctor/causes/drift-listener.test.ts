import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "drift-listener";

it("is a listener that AWS does not have [R1]", () => {
  expect(linesOf(cause, { deployed: { aws_lb_listener: { http: { port: 8080 } } } })).toEqual([
    "certain, aws_lb_listener.http: the listener on port 80 is declared and not deployed, or somebody has removed it; run terraform apply, which makes aws_lb_listener.http",
  ]);
});

it.each<[string, Change]>([
  ["AWS has it", { deployed: {} }],
  ["nobody has asked AWS", {}],
  [
    "the port is not known before the apply",
    { resource: { aws_lb_listener: { http: { port: "${var.port}" } } }, deployed: {} },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
