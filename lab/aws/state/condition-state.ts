import type { RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Values } from "./state-resource";

/** What a kind of condition holds; the API repeats plain values at the condition itself. */
const readers: Readonly<Record<string, (condition: RuleCondition) => Values>> = {
  "host-header": ({ HostHeaderConfig: config, Values }) => patterns(config, Values),
  "path-pattern": ({ PathPatternConfig: config, Values }) => patterns(config, Values),
  "http-request-method": ({ HttpRequestMethodConfig: config, Values }) => ({
    values: config?.Values ?? Values ?? [],
  }),
  "source-ip": ({ SourceIpConfig: config, Values }) => ({ values: config?.Values ?? Values ?? [] }),
  "http-header": ({ HttpHeaderConfig: config }) => ({
    http_header_name: config?.HttpHeaderName,
    ...patterns(config, undefined),
  }),
};

/** A condition of a rule, such as `{ path_pattern: [{ values: ["/api"] }] }`. */
export function conditionState(condition: RuleCondition): Values {
  const { Field = "", QueryStringConfig } = condition;
  const name = Field.replaceAll("-", "_");
  if (Field === "query-string")
    return {
      [name]: (QueryStringConfig?.Values ?? []).map(({ Key, Value }) => ({ key: Key, value: Value })),
    };
  const read = readers[Field];
  return { [name]: [read?.(condition) ?? {}] };
}

function patterns(
  config: { readonly Values?: string[]; readonly RegexValues?: string[] } | undefined,
  values: readonly string[] | undefined,
): Values {
  return { values: config?.Values ?? values ?? [], regex_values: config?.RegexValues ?? [] };
}
