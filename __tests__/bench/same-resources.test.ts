import { join } from "node:path";
import { root, runProgram, tsNodeCommand } from "../../bench/run-program";
import { assertSameResources, countResources } from "../../bench/same-resources";

const output = (resource: object) => ({ json: JSON.stringify({ resource }) });

const one = output({
  aws_lb: {
    alb_ABC: {
      name: "dev-alb",
      subnets: ["${aws_subnet.a_1.id}"],
      depends_on: ["aws_route.a_1"],
      idle_timeout: 60,
    },
  },
});

test("names, ids and priorities may differ", () => {
  const other = output({
    aws_lb: {
      mine: {
        name: "mine",
        subnets: ["${aws_subnet.mine.id}"],
        depends_on: ["aws_route.x"],
        idle_timeout: 60,
        tags: { Name: "mine" },
      },
    },
  });
  expect(() => assertSameResources(one, other)).not.toThrow();
});

test("another value is named with its type and argument", () => {
  const other = output({
    aws_lb: { mine: { subnets: ["${aws_subnet.mine.id}"], depends_on: ["aws_route.x"], idle_timeout: 61 } },
  });
  expect(() => assertSameResources(one, other)).toThrow(
    /^aws_lb: both programs must write the same, got 1 .* different in idle_timeout; /,
  );
});

test("a reference to another type, a missing resource and one too many are differences", () => {
  const group = { a: { vpc_id: "${aws_vpc.a.id}" } };
  const reference = { a: { vpc_id: "${aws_subnet.a.id}" } };
  const twice = { ...group, b: { vpc_id: "${aws_vpc.a.id}" } };
  const compared = (ours: object, theirs: object) => () =>
    assertSameResources(output({ aws_security_group: ours }), output({ aws_security_group: theirs }));
  expect(compared(group, group)).not.toThrow();
  expect(compared(group, reference)).toThrow("different in vpc_id");
  expect(compared(group, twice)).toThrow("0 only with the constructs and 1 only by hand");
  expect(compared(twice, group)).toThrow("1 only with the constructs and 0 only by hand");
});

test("the measured programs write the same resources, over as many load balancers as quotas ask for", () => {
  const run = (program: string) =>
    runProgram(tsNodeCommand(join(root, "bench/programs", program), "61"), "bench");
  const [ours, byHand] = [run("with-constructs.ts"), run("by-hand.ts")];
  assertSameResources(ours, byHand);
  expect(countResources(ours.json)).toBe(countResources(byHand.json));
  const { resource } = JSON.parse(ours.json);
  expect(Object.keys(resource.aws_lb)).toHaveLength(2);
  expect(Object.keys(resource.aws_instance)).toHaveLength(122);
}, 60_000);

test("a program that fails is reported with what it said", () => {
  const failing = [process.execPath, "-e", "console.error('no zones'); process.exit(3)"];
  expect(() => runProgram(failing)).toThrow(/must exit with 0, got 3; it said:\nno zones/);
});
