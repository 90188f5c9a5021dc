import { deletionProtectionOff } from "../../../lab/review/risks/deletion-protection-off";
import { linesOf, patch, risksOf } from "../support/hazards";

const protect = (value: boolean) => patch({ aws_lb: { shop: { enable_deletion_protection: value } } });

it("tells of a load balancer that AWS refused to destroy so far [N43, TF13]", () => {
  expect(linesOf(deletionProtectionOff, protect(false), protect(true))).toEqual([
    "needs-care aws_lb.shop: switches enable_deletion_protection off; leave enable_deletion_protection on; " +
      "where it is to be destroyed, switch it off in the same pull request that destroys it, and say so",
  ]);
  expect(
    risksOf(
      deletionProtectionOff,
      patch({ aws_lb: { shop: { enable_deletion_protection: null } } }),
      protect(true),
    ),
  ).toHaveLength(1);
});

it("tells of databases and servers, by the argument that each has", () => {
  const guarded = patch({
    aws_db_instance: { orders: { engine: "postgres", deletion_protection: true } },
    aws_instance: { web: { disable_api_termination: true } },
  });
  const off = patch({
    aws_db_instance: { orders: { deletion_protection: false } },
    aws_instance: { web: { disable_api_termination: false } },
  });
  expect(
    risksOf(deletionProtectionOff, off, guarded).map(({ address, message }) => `${address} ${message}`),
  ).toEqual([
    "aws_db_instance.orders switches deletion_protection off",
    "aws_instance.web switches disable_api_termination off",
  ]);
});

it("is silent where it is switched on, written out as it was, or not known", () => {
  expect(risksOf(deletionProtectionOff, protect(true))).toEqual([]);
  expect(risksOf(deletionProtectionOff, protect(false))).toEqual([]);
  const asked = patch({ aws_lb: { shop: { enable_deletion_protection: "${var.protected}" } } });
  expect(risksOf(deletionProtectionOff, asked, protect(true))).toEqual([]);
});
