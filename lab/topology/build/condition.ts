import { isUnknown, type Knowable, unknown } from "../known";
import type { Condition, QueryPair, Texts } from "../model/rule";
import type { Fields } from "./fields";
import { inOneOrder } from "./order";

export function buildConditions(rule: Fields): Knowable<readonly Condition[]> {
  const blocks = rule.blocks("condition");
  return isUnknown(blocks) ? blocks : inOneOrder(blocks.map(buildCondition));
}

const readers: Readonly<Record<string, (fields: Fields) => Condition>> = {
  host_header: (fields) => ({ kind: "host-header", values: valuesOf(fields, "host_header") }),
  path_pattern: (fields) => ({ kind: "path-pattern", values: valuesOf(fields, "path_pattern") }),
  http_request_method: (fields) => ({
    kind: "http-request-method",
    values: valuesOf(fields, "http_request_method"),
  }),
  source_ip: (fields) => ({ kind: "source-ip", values: valuesOf(fields, "source_ip") }),
  http_header: (fields) => ({
    kind: "http-header",
    name: fields.text("http_header.http_header_name", unknown("http_header_name is not set")),
    values: valuesOf(fields, "http_header"),
  }),
  query_string: (fields) => ({ kind: "query-string", pairs: pairsOf(fields) }),
};

/** The provider lets an empty block pass, and two kinds in one; AWS refuses both (TF62). */
function buildCondition(fields: Fields): Condition {
  const found = Object.keys(readers).map((name) => ({ name, blocks: fields.blocks(name) }));
  const set = found.filter(({ blocks }) => !isUnknown(blocks) && blocks.length > 0);
  const doubtful = found.map(({ blocks }) => blocks).find(isUnknown);
  if (doubtful) return doubtful;
  const [only] = set;
  if (only === undefined || set.length > 1) return other(set.map(({ name }) => name).join(" and "));
  return isRegex(only.name, fields) ? other(`${only.name} with regex_values`) : readOf(only.name, fields);
}

/** Later providers match these three by regular expression too (R14). */
function isRegex(kind: string, fields: Fields): boolean {
  if (!["host_header", "path_pattern", "http_header"].includes(kind)) return false;
  const regexes = fields.texts(`${kind}.regex_values`);
  return isUnknown(regexes) || regexes.length > 0;
}

function readOf(name: string, fields: Fields): Condition {
  return readers[name]?.(fields) ?? other(name);
}

function other(name: string): Condition {
  return { kind: "other", name: name.replaceAll("_", "-") };
}

function valuesOf(fields: Fields, kind: string): Texts {
  const values = fields.texts(`${kind}.values`);
  return isUnknown(values) ? values : inOneOrder(values);
}

/** Several blocks in one condition are alternatives (TF67). */
function pairsOf(fields: Fields): Knowable<readonly QueryPair[]> {
  const blocks = fields.blocks("query_string");
  if (isUnknown(blocks)) return blocks;
  return inOneOrder(
    blocks.map((block) => {
      const key = block.textIfSet("key");
      const value = block.text("value", unknown("value is not set"));
      return key === undefined ? { value } : { key, value };
    }),
  );
}
