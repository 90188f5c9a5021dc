import { type Kind, matching, required, text } from "../checks/prop-kinds";
import { listOf, objectOf, type Shape } from "../checks/prop-shapes";
import type { HttpHeaderCondition, QueryStringCondition, RouteCondition } from "./conditions";

const HOST = matching(
  /^(?=.{1,128}$)[A-Za-z0-9_.*?-]*\.[A-Za-z*?]+$/,
  "1 to 128 letters, digits, hyphens, dots, * and ?, with a dot and only letters after the last one",
  "host-malformed",
  "give a host such as api.example.com, no port",
);

const METHOD = matching(
  /^[A-Z_-]{1,40}$/,
  "1 to 40 capital letters, hyphens or underscores",
  "method-malformed",
  "write it in capitals, such as GET",
);

const HEADER_NAME = matching(
  /^[0-9a-z_!#$%&'+.^`|~-]{1,40}$/i,
  "1 to 40 characters of a header name, without wildcards",
  "header-name-malformed",
  "give a name such as X-Version",
);

function visible(least: number): Kind {
  const pattern = new RegExp(`^[\\x20-\\x7e]{${least},128}$`);
  return matching(pattern, `${least} to 128 visible characters`, "condition-text", "shorten or correct it");
}

const HEADER: Shape<HttpHeaderCondition["httpHeader"]> = {
  name: required(HEADER_NAME),
  values: required(listOf(visible(1))),
};

const PAIR: Shape<QueryStringCondition["queryString"][number]> = {
  key: visible(0),
  value: required(visible(1)),
};

/** What each part of a condition must be. Paths and networks are looked at more closely afterwards. */
export const CONDITION: Kind = objectOf<RouteCondition>({
  hostHeader: listOf(HOST),
  pathPattern: listOf(text),
  httpHeader: objectOf(HEADER),
  httpRequestMethod: listOf(METHOD),
  queryString: listOf(objectOf(PAIR)),
  sourceIp: listOf(text),
});
