import { graphOf, resource } from "./graph-of";

const GAP = "\uFFFC";

const outlineOf = (value: unknown, more: Record<string, unknown> = {}) =>
  resource(graphOf({ resource: { a_thing: { x: { it: value }, y: {} } }, ...more }), "a_thing.x").outline(
    "it",
  );

it("is the text itself where all of it is known", () => {
  expect(outlineOf("a ${local.b}", { locals: { b: "c" } })).toBe("a c");
  expect(outlineOf(5)).toBe("5");
});

it("has a gap for each part that is not known", () => {
  expect(outlineOf("${a_thing.y.arn}/${local.b}/${var.none}/*", { locals: { b: "c" } })).toBe(
    `${GAP}/c/${GAP}/*`,
  );
});

it("keeps the gaps of texts that it is made of", () => {
  expect(outlineOf("[${local.b}]", { locals: { b: "a ${var.none}" } })).toBe(`[a ${GAP}]`);
  expect(outlineOf("${local.b}", { locals: { b: "a ${var.none}" } })).toBe(`a ${GAP}`);
});

it.each([null, "${var.none}", ["a"], { a: "b" }])("is nothing for %j", (value) => {
  expect(outlineOf(value)).toBeUndefined();
});

it("does not make a text known", () => {
  const graph = graphOf({ resource: { a_thing: { x: { it: "a ${var.none}" } } } });
  expect(resource(graph, "a_thing.x").value("it")).toEqual({ unknown: "var.none is not declared" });
});

it("leads from the JSON of a policy document to the document", () => {
  const graph = graphOf({
    resource: { a_thing: { x: { it: "${data.aws_iam_policy_document.y.json}" } } },
    data: { aws_iam_policy_document: { y: {} } },
  });
  expect(resource(graph, "a_thing.x").link("it")).toEqual({ address: "data.aws_iam_policy_document.y" });
});
