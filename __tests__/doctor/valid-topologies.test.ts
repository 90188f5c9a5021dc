import { diagnose, type SeenTarget } from "../../lab/doctor";
import { parseTopology, type Topology } from "../../lab/topology";
import { merge } from "../lint/support/pages";
import { shop } from "../lint/support/shop";
import { validShapes } from "../lint/support/valid-shapes";
import { synthesizeLab, synthesizeTeamProd } from "../support/synthesize";

/** What is said of a topology of which nobody has seen a target, and of one whose targets are all healthy. */
function causesOf(declared: Topology): readonly string[] {
  const evidence = { atMs: 0, declared, requests: [], gaps: [] };
  const healthy = declared.registrations.map((one): SeenTarget => {
    const group = "address" in one.group ? { groupAddress: one.group.address } : {};
    return { ...group, address: one.address, id: one.address, state: "healthy" };
  });
  const reports = [
    diagnose({ ...evidence, source: "files", targets: [] }),
    diagnose({ ...evidence, source: "local", targets: healthy }),
    diagnose({ ...evidence, source: "aws", deployed: declared, targets: healthy }),
  ];
  return reports.flatMap(({ diagnoses }) => diagnoses.map(({ id, about }) => `${id} ${about[0]?.name}`));
}

it.each(Object.entries(validShapes))("no cause is claimed of %s", (_, patch) => {
  const whole = shop();
  merge(whole.resource, patch);
  expect(causesOf(parseTopology(JSON.stringify(whole)))).toEqual([]);
});

it.each([
  ["dev", () => synthesizeLab("dev")],
  ["staging", () => synthesizeLab("staging")],
  ["prod", () => synthesizeLab("prod")],
  ["prod of a team", () => synthesizeTeamProd()],
])("no cause is claimed of the environment %s", (_, synthesize) => {
  expect(causesOf(parseTopology(JSON.stringify(synthesize().json)))).toEqual([]);
});
