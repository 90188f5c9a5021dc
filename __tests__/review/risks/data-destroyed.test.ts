import { Comparison } from "../../../lab/review/comparison";
import { risksIn } from "../../../lab/review/review";
import { dataDestroyed } from "../../../lab/review/risks/data-destroyed";
import { sidesOfPlan } from "../../../lab/review/sides";
import { parseInput } from "../../../lab/topology";
import { linesOf, patch, risksOf } from "../support/hazards";

const bucket = (main: object | null) => patch({ aws_s3_bucket: { main } });

it("tells of what is gone with a bucket, a table or a log group", () => {
  const base = patch({
    aws_s3_bucket: { main: { bucket: "orders", force_destroy: true } },
    aws_dynamodb_table: { orders: { name: "orders", hash_key: "id" } },
    aws_cloudwatch_log_group: { web: { name: "web", retention_in_days: 30 } },
  });
  const gone = patch({
    aws_s3_bucket: { main: null },
    aws_dynamodb_table: { orders: null },
    aws_cloudwatch_log_group: { web: { name: "other" } },
  });
  expect(
    risksOf(dataDestroyed, gone, base).map(({ level, address, message }) => `${level} ${address} ${message}`),
  ).toEqual([
    "destroys-data aws_cloudwatch_log_group.web replaces it, forced by name, and with it all its logs",
    "destroys-data aws_dynamodb_table.orders destroys it, and with it every item in it",
    "destroys-data aws_s3_bucket.main destroys it, and with it every object in it",
  ]);
});

it("takes for less what AWS refuses, or keeps a copy of", () => {
  expect(linesOf(dataDestroyed, bucket(null), bucket({ bucket: "orders" }))[0]).toMatch(
    /^needs-care aws_s3_bucket.main: destroys it, and with it every object in it; but AWS refuses it while objects are in it/,
  );
  const database = patch({
    aws_db_instance: { main: { engine: "postgres", final_snapshot_identifier: "last" } },
  });
  const [kept] = risksOf(dataDestroyed, patch({ aws_db_instance: { main: null } }), database);
  expect(`${kept?.level} ${kept?.message}`).toBe(
    "needs-care destroys it, and with it every table in it; but a last snapshot, last, is made before",
  );
});

it("says how long a key or a secret can be taken back", () => {
  const key = patch({ aws_kms_key: { main: { deletion_window_in_days: 7 } } });
  const [hazard] = risksOf(dataDestroyed, patch({ aws_kms_key: { main: null } }), key);
  expect(hazard?.level).toBe("destroys-data");
  expect(hazard?.course[1]).toBe("it can be taken back for 7 days");
});

it("is silent where it stays: a shorter retention, other tags, a recorded move, no data", () => {
  const logs = patch({ aws_cloudwatch_log_group: { web: { name: "web", retention_in_days: 30 } } });
  expect(
    risksOf(dataDestroyed, patch({ aws_cloudwatch_log_group: { web: { retention_in_days: 7 } } }), logs),
  ).toEqual([]);
  const moved = patch({
    aws_cloudwatch_log_group: { web: null, shop: { name: "web", retention_in_days: 30 } },
    moved: [{ from: "aws_cloudwatch_log_group.web", to: "aws_cloudwatch_log_group.shop" }],
  });
  expect(risksOf(dataDestroyed, moved, logs)).toEqual([]);
  expect(risksOf(dataDestroyed, patch({ aws_instance: { api: null } }))).toEqual([]);
});

/** A plan that destroys one object, without a word about the state that it starts from. */
function planned(type: string, before: object, extra: object = {}) {
  const change = { actions: ["delete"], before: { id: "x", ...before }, after: null };
  const plan = {
    format_version: "1.2",
    planned_values: {},
    resource_changes: [{ address: `${type}.x`, type, mode: "managed", name: "x", change, ...extra }],
  };
  const sides = sidesOfPlan(parseInput(JSON.stringify(plan), "plan.json"));
  return sides === undefined ? [] : risksIn(new Comparison(sides), [dataDestroyed]);
}

it("tells of what an earlier replacement left behind", () => {
  const [hazard] = planned("aws_db_instance", {}, { deposed: "abc123" });
  expect(`${hazard?.level} ${hazard?.message}`).toBe(
    "destroys-data destroys what an earlier replacement left of it (deposed abc123), and with it every table in it",
  );
});

it("reads from the change what holds the destruction back, where no state does", () => {
  const [hazard] = planned("aws_db_instance", { deletion_protection: true });
  expect(`${hazard?.level} ${hazard?.message}`).toBe(
    "needs-care destroys it, and with it every table in it; but AWS refuses it while deletion_protection is on",
  );
});

it.each([
  ["aws_elasticsearch_domain", "every index in it"],
  ["aws_memorydb_cluster", "what is in it"],
  ["aws_fsx_windows_file_system", "every file in it"],
  ["aws_db_snapshot", "the snapshot"],
  ["aws_msk_cluster", "every topic in it"],
])("%s holds %s", (type, what) => {
  expect(planned(type, {})[0]?.course.at(-1)).toBe(`nothing brings back ${what}`);
});

it("a hosted zone is refused while foreign records are in it", () => {
  expect(planned("aws_route53_zone", {})[0]?.level).toBe("needs-care");
  expect(planned("aws_route53_zone", { force_destroy: true })[0]?.level).toBe("destroys-data");
});
