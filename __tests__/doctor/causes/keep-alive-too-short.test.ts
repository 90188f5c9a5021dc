import { answersOf, type Change, idsIn, linesOf, withServer } from "../support/shop-evidence";

const cause = "keep-alive-too-short";

it("is likely with 502 now and then, of healthy targets [E502, Y9]", () => {
  expect(
    linesOf(cause, {
      resource: withServer({ keepAliveSeconds: 5 }),
      requests: [{ status: 502 }, ...answersOf("web", 9)],
    }),
  ).toEqual([
    "likely, web: the server closes idle connections after 5 s, before the 60 s of the load balancer: now and then a request meets the end of its connection; let the server of aws_instance.web keep connections for 65 s, or lower idle_timeout of aws_lb.shop",
  ]);
});

it.each<[string, Change]>([
  ["there was no 502", { resource: withServer({ keepAliveSeconds: 5 }), requests: answersOf("web", 2) }],
  [
    "the server keeps connections longer",
    { resource: withServer({ keepAliveSeconds: 65 }), requests: [{ status: 502 }] },
  ],
  [
    "the server itself answered 502",
    { resource: withServer({ keepAliveSeconds: 5 }), requests: [{ status: 502, targetName: "web" }] },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
