import { compareAddresses } from "../../scripts/compare-addresses";

const accepted = ["aws_instance.web_1", "aws_lb.alb", "aws_vpc.network"];
const renamed = ["aws_instance.web_1", "aws_lb.balancer", "aws_vpc.network"];
const move = { from: "aws_lb.alb", to: "aws_lb.balancer" };

test("equal lists have no difference", () => {
  expect(compareAddresses("dev", accepted, accepted, [])).toEqual({ added: [], gone: [], problems: [] });
});

// G44
test("a rename without a recorded move is a problem that says what to write and what to run", () => {
  expect(compareAddresses("dev", accepted, renamed, [])).toEqual({
    added: ["aws_lb.balancer"],
    gone: ["aws_lb.alb"],
    problems: [
      "dev: aws_lb.alb is gone and aws_lb.balancer appeared without a recorded move; " +
        'if it was renamed, add { from: "aws_lb.alb", to: "aws_lb.balancer" } to environments/moves.ts; ' +
        "if it really is another resource, remove the old one and add the new one in two steps; then run npm run golden",
    ],
  });
});

test("a recorded rename is a difference without a problem", () => {
  expect(compareAddresses("dev", accepted, renamed, [move])).toEqual({
    added: ["aws_lb.balancer"],
    gone: ["aws_lb.alb"],
    problems: [],
  });
});

test("moves are followed one after the other", () => {
  const chain = [
    { from: "aws_lb.alb", to: "aws_lb.between" },
    { from: "aws_lb.between", to: "aws_lb.balancer" },
  ];
  expect(compareAddresses("dev", accepted, renamed, chain).problems).toEqual([]);
});

test("a move that leads to no address of today does not excuse a rename", () => {
  const elsewhere = { from: "aws_lb.alb", to: "aws_lb.nowhere" };
  expect(compareAddresses("dev", accepted, renamed, [elsewhere]).problems).toHaveLength(1);
});

test("an address that arrives by a move is not offered as the new name of another", () => {
  const two = [...accepted, "aws_lb.second"];
  expect(compareAddresses("dev", two, renamed, [move])).toMatchObject({
    gone: ["aws_lb.alb", "aws_lb.second"],
    problems: [],
  });
});

test("a resource that is removed, and one of a new type, are no problems", () => {
  const today = ["aws_eip.address", "aws_instance.web_1", "aws_vpc.network"];
  expect(compareAddresses("dev", accepted, today, [])).toEqual({
    added: ["aws_eip.address"],
    gone: ["aws_lb.alb"],
    problems: [],
  });
});

test("a move that changes the type, or whose old address is still there, is a problem", () => {
  const both = [...accepted, "aws_lb.balancer"];
  expect(compareAddresses("dev", both, both, [move]).problems).toEqual([
    "environments/moves.ts: aws_lb.alb -> aws_lb.balancer: the old address is still in dev; remove the move or finish the rename",
  ]);
  const other = { from: "aws_lb.alb", to: "aws_alb.alb" };
  expect(compareAddresses("dev", accepted, accepted, [other]).problems).toEqual([
    "environments/moves.ts: aws_lb.alb -> aws_alb.alb: a move must keep the type; correct it",
  ]);
});
