import { compileListener, decide, type RequestFacts } from "../lab/alb";
import type { Condition, ListenerRule } from "../lab/topology";
import { type Comparison, isMissed, renderTable } from "./comparison";

const rounds = 5;
const decisions = 300_000;
const ruleCount = 100;

/** How many different requests are asked in turn; a tenth of them no rule answers. */
const requestCount = 1000;

interface Workload {
  readonly title: string;
  conditions(rule: number): readonly Condition[];
  facts(rule: number): Partial<RequestFacts>;
}

const single: readonly Workload[] = [
  {
    title: "by path",
    conditions: (rule) => [{ kind: "path-pattern", values: [`/service-${rule}`, `/service-${rule}/*`] }],
    facts: (rule) => ({ path: `/service-${rule}/orders/17` }),
  },
  {
    title: "by host",
    conditions: (rule) => [{ kind: "host-header", values: [`service-${rule}.example.com`] }],
    facts: (rule) => ({ host: `service-${rule}.example.com` }),
  },
  {
    title: "by wildcards anywhere",
    conditions: (rule) => [
      { kind: "host-header", values: [`*.tenant-${rule}.example.???`] },
      { kind: "path-pattern", values: ["*/orders/*", "*.jpg"] },
    ],
    facts: (rule) => ({ host: `www.tenant-${rule}.example.com`, path: "/shop/orders/17" }),
  },
  {
    title: "by header, query, method, source",
    conditions: (rule) => [
      { kind: "http-request-method", values: ["GET", "HEAD"] },
      { kind: "http-header", name: "X-Tenant", values: [`Tenant-${rule}`, `T${rule}-*`] },
      { kind: "query-string", pairs: [{ key: "version", value: `${rule}.*` }] },
      { kind: "source-ip", values: ["10.0.0.0/8", "2001:db8::/32"] },
    ],
    facts: (rule) => ({
      query: `q=shoes&version=${rule}.2`,
      header: (name) => (name === "x-tenant" ? [`t${rule}-blue`] : []),
    }),
  },
];

const workloadOf = (rule: number) => single[rule % single.length] as Workload;
const mixed: Workload = {
  title: "a quarter of each",
  conditions: (rule) => workloadOf(rule).conditions(rule),
  facts: (rule) => workloadOf(rule).facts(rule),
};

const anyRequest: RequestFacts = {
  method: "GET",
  host: "www.example.com",
  path: "/",
  query: "",
  header: () => [],
  sourceIp: "10.1.2.3",
  protocol: "http",
  port: 80,
};

function rulesOf({ conditions }: Workload): readonly ListenerRule[] {
  return Array.from({ length: ruleCount }, (_, rule) => ({
    address: `aws_lb_listener_rule.r${rule}`,
    type: "aws_lb_listener_rule",
    listener: { address: "aws_lb_listener.web" },
    priority: rule + 1,
    conditions: conditions(rule),
    actions: [],
  }));
}

function requestsOf({ facts }: Workload): readonly RequestFacts[] {
  return Array.from({ length: requestCount }, (_, index) => {
    const rule = (index * 37) % (ruleCount + ruleCount / 9);
    return rule < ruleCount ? { ...anyRequest, ...facts(Math.floor(rule)) } : anyRequest;
  });
}

type Answering = (request: RequestFacts) => string;

function byDecide(workload: Workload): Answering {
  const listener = compileListener({ address: "default", defaultActions: [] }, rulesOf(workload));
  return (request) => decide(listener, request).rule.address;
}

/** What one would write in an afternoon: each value a regular expression, each rule a list of tests. */
function byRegExp(workload: Workload): Answering {
  const rules = rulesOf(workload).map(({ address, conditions }) => ({
    address,
    tests: (conditions as readonly Condition[]).map(naiveTest),
  }));
  return (request) => rules.find(({ tests }) => tests.every((test) => test(request)))?.address ?? "default";
}

function naiveTest(condition: Condition): (request: RequestFacts) => boolean {
  if (!("kind" in condition)) return () => false;
  switch (condition.kind) {
    case "host-header":
      return anyOf(condition.values as readonly string[], "i", ({ host }) => [host]);
    case "path-pattern":
      return anyOf(condition.values as readonly string[], "", ({ path }) => [path]);
    case "http-header":
      return anyOf(condition.values as readonly string[], "i", ({ header }) =>
        header((condition.name as string).toLowerCase()),
      );
    case "query-string": {
      const pairs = condition.pairs as readonly { readonly key?: string; readonly value: string }[];
      const texts = pairs.map(({ key, value }) => `${key}=${value}`);
      return anyOf(texts, "i", ({ query }) => query.split("&"));
    }
    case "http-request-method":
      return ({ method }) => (condition.values as readonly string[]).includes(method);
    default:
      return ({ sourceIp }) => sourceIp.startsWith("10.");
  }
}

function anyOf(
  values: readonly string[],
  flags: string,
  textsOf: (request: RequestFacts) => readonly string[],
): (request: RequestFacts) => boolean {
  const expressions = values.map((value) => {
    const source = value
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    return new RegExp(`^${source}$`, flags);
  });
  return (request) => {
    const texts = textsOf(request);
    return expressions.some((expression) => texts.some((text) => expression.test(text)));
  };
}

function assertSameAnswers(requests: readonly RequestFacts[], one: Answering, other: Answering): void {
  for (const request of requests) {
    const [answer, naive] = [one(request), other(request)];
    if (answer !== naive) throw new Error(`${request.host}${request.path}: ${answer} here, ${naive} there`);
  }
}

/** Of the processor, not of the clock: there is nothing to wait for, so all the rest belongs to other programs. */
function millisecondsOf(answering: Answering, requests: readonly RequestFacts[]): number {
  const start = process.cpuUsage();
  for (let count = 0; count < decisions; count++) answering(requests[count % requestCount] as RequestFacts);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function compare(workload: Workload): Comparison {
  const requests = requestsOf(workload);
  const [naive, ours] = [byRegExp(workload), byDecide(workload)];
  assertSameAnswers(requests, ours, naive);
  millisecondsOf(ours, requests);
  const pairs = Array.from({ length: rounds }, () => ({
    baseMs: millisecondsOf(naive, requests),
    measuredMs: millisecondsOf(ours, requests),
  }));
  return { title: workload.title, pairs, targetRatio: 1, targetSeconds: 1 };
}

try {
  const comparisons = [...single, mixed].map(compare);
  console.log(`Medians of ${rounds} rounds of ${decisions} decisions on ${ruleCount} rules. Base: a regular
expression for each value. Good: faster than that, and within a second.
`);
  console.log(renderTable(comparisons));
  if (comparisons.some(isMissed)) process.exitCode = 1;
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 1;
}
