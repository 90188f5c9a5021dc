import { routeDiff } from "../../../lab/review/routes";
import type { Condition, ListenerRule } from "../../../lab/topology";
import { clientSees } from "./support/client-sees";
import { factsOf } from "./support/facts";
import { type Routes, subjectOf } from "./support/topologies";

const COUNT = 20;

function routes(conditionOf: (index: number) => Condition): Routes {
  const rules = Array.from(
    { length: COUNT },
    (_, index): ListenerRule => ({
      address: `rule.${index}`,
      type: "aws_lb_listener_rule",
      listener: { address: "web" },
      priority: index + 1,
      conditions: [conditionOf(index)],
      actions: [{ kind: "forward", groups: [{ group: { address: `group.${index % 15}` }, weight: 1 }] }],
    }),
  );
  return { rules, defaultActions: [{ kind: "fixed-response", statusCode: 404 }] };
}

const byPath = routes((index) => ({ kind: "path-pattern", values: [`/${index}`, `/${index}/*`] }));
const byHost = routes((index) => ({ kind: "host-header", values: [`*.${index}.example.com`] }));

it("rules that all have to do with each other are told one by one, not each two, and exactly", () => {
  const [entrance] = routeDiff(subjectOf(byPath), subjectOf(byHost)).entrances;
  const regions = entrance?.regions ?? [];
  expect(regions.length).toBeLessThan(3 * COUNT);
  expect(entrance?.unsure).toEqual([]);
  const [before, after] = [clientSees(byPath), clientSees(byHost)];
  let different = 0;
  for (let path = -1; path < COUNT; path++)
    for (let host = -1; host < COUNT; host++) {
      const url = `http://www.${host}.example.com/${path}/x`;
      const request = factsOf({ method: "GET", url, headers: [] });
      const isDifferent = before(request)[0] !== after(request)[0];
      expect(regions.filter((region) => region.holds(request))).toHaveLength(Number(isDifferent));
      if (isDifferent) different++;
    }
  expect(different).toBeGreaterThan(350);
});
