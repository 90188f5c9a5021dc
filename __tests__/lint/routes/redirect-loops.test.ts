import {
  type CompiledListener,
  type CompiledRule,
  compileListener,
  decide,
  type RequestFacts,
  renderLocation,
} from "../../../lab/alb";
import { DEFAULT_QUOTAS } from "../../../lab/lint";
import { RedirectLoops } from "../../../lab/lint/routes/redirect-loops";
import { Subject } from "../../../lab/lint/subject";
import { parseTopology, type RedirectAction, type Settled } from "../../../lab/topology";
import { addHttps, addRule, answer, host, method, path, query, redirectTo } from "../support/routes";
import { shop } from "../support/shop";
import { seeded } from "./support/random-routes";

type Draw = () => number;

const one = <T>(draw: Draw, choices: readonly T[]): T => choices[Math.floor(draw() * choices.length)] as T;

/** Redirects over two listeners, whose hosts, paths and queries are few, so that they meet often. */
function randomSubject(draw: Draw): Subject {
  const shape = shop();
  shape.resource.aws_lb_listener_rule = {};
  shape.resource.aws_lb_listener.http.default_action = answer("404");
  addHttps(shape.resource, answer("404"));
  const count = 2 + Math.floor(draw() * 4);
  for (let index = 0; index < count; index++) {
    const when = [
      path(one(draw, ["/*", "/a*", "/a/*", "/b", "/b/*", "*/c", "/?"])),
      ...(draw() < 0.3 ? [host(one(draw, ["a.com", "b.com", "*.com"]))] : []),
      ...(draw() < 0.2 ? [query({ key: "v", value: one(draw, ["1", "2", "*"]) })] : []),
      ...(draw() < 0.1 ? [method(one(draw, ["GET", "POST"]))] : []),
    ];
    const protocol = one(draw, ["HTTP", "HTTPS", "#{protocol}"]);
    const port = protocol === "#{protocol}" ? "#{port}" : { HTTP: "80", HTTPS: "443" }[protocol];
    const parts = {
      protocol,
      port,
      host: one(draw, ["#{host}", "#{host}", "#{host}", "a.com", "b.com"]),
      path: one(draw, ["/#{path}", "/a/#{path}", "/b", "/a", "/#{path}/c", "/b/#{path}"]),
      query: one(draw, ["#{query}", "#{query}", "", "v=1", "v=2"]),
    };
    const action = draw() < 0.9 ? redirectTo(parts) : answer("200");
    addRule(shape.resource, `r${index}`, {
      priority: index + 1,
      when,
      action,
      listener: one(draw, ["http", "https"]),
    });
  }
  return new Subject(parseTopology(JSON.stringify(shape)), DEFAULT_QUOTAS);
}

type Compiled = ReadonlyMap<unknown, CompiledListener>;

function compileAll(subject: Subject): Compiled {
  return new Map(
    subject
      .listeners()
      .map((listener) => [listener.port, compileListener(listener, subject.rulesOf(listener))]),
  );
}

/** The rules that a client passes, at most so many, as long as it is redirected to one of the listeners. */
function passed(listeners: Compiled, request: RequestFacts, most: number): readonly CompiledRule[] {
  const rules: CompiledRule[] = [];
  let current = request;
  while (rules.length < most) {
    const compiled = listeners.get(current.port);
    const rule = compiled && decide(compiled, current).rule;
    const action = rule && redirectOf(rule);
    if (rule === undefined || action === undefined) return rules;
    rules.push(rule);
    current = arrive(renderLocation(action, current), current);
  }
  return rules;
}

function redirectOf({ actions }: CompiledRule): Settled<RedirectAction> | undefined {
  const [action] = actions as readonly Settled<RedirectAction>[];
  return action?.kind === "redirect" ? action : undefined;
}

function arrive(location: string, request: RequestFacts): RequestFacts {
  const url = new URL(location);
  const protocol = url.protocol === "https:" ? "https" : "http";
  const port = Number(url.port || { http: 80, https: 443 }[protocol]);
  return { ...request, protocol, port, host: url.hostname, path: url.pathname, query: url.search.slice(1) };
}

describe("for any redirects", () => {
  const draw = seeded(99);
  const all = Array.from({ length: 160 }, () => randomSubject(draw)).map((subject) => ({
    subject,
    listeners: compileAll(subject),
    loops: subject.loadBalancers().flatMap((lb) => new RedirectLoops(subject, lb).all()),
  }));

  it("a request that is said to go round goes round, by the rules that are named [R4, R57, R60]", () => {
    const found = all.flatMap(({ listeners, loops }) => loops.map((loop) => ({ listeners, loop })));
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter(({ loop }) => loop.stops.length > 1).length).toBeGreaterThan(2);
    for (const { listeners, loop } of found) {
      const rules = passed(listeners, loop.request, 40);
      expect(rules).toHaveLength(40);
      const named = loop.stops.map(({ rule }) => rule.address);
      expect(new Set(rules.slice(20).map(({ address }) => address))).toEqual(new Set(named));
    }
  });

  it("a plain request that goes round meets a loop that is found", () => {
    let round = 0;
    for (const { subject, listeners, loops } of all) {
      const found = new Set(loops.flatMap(({ stops }) => stops.map(({ rule }) => rule.address)));
      for (let count = 0; count < 60; count++) {
        const rules = passed(listeners, randomRequest(draw), 45);
        if (rules.length < 45 || !rules.every((rule) => staysHere(subject, rule))) continue;
        round++;
        expect(rules.slice(22).find(({ address }) => !found.has(address))).toBeUndefined();
      }
    }
    expect(round).toBeGreaterThan(300);
  });
});

function randomRequest(draw: Draw): RequestFacts {
  const http = { protocol: "http", port: 80 } as const;
  const https = { protocol: "https", port: 443 } as const;
  return {
    ...one(draw, [http, https]),
    method: "GET",
    host: one(draw, ["a.com", "b.com", "c.com"]),
    path: one(draw, ["/", "/a", "/a/", "/b", "/b/a", "/a/c", "/c", "/x/c"]),
    query: one(draw, ["", "v=1", "v=2", "w"]),
    sourceIp: "192.0.2.1",
    header: () => [],
  };
}

/** Whether it leads to no host of which nothing says that it comes to this load balancer. */
function staysHere(subject: Subject, rule: CompiledRule): boolean {
  const host = redirectOf(rule)?.host;
  const named = JSON.stringify(subject.topology.rules.map(({ conditions }) => conditions));
  return host === "#{host}" || named.includes(`"${host}"`) || named.includes('"*.com"');
}
