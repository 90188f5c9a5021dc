import { dataDestroyed } from "../../../lab/review/risks/data-destroyed";
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
