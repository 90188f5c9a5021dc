import { DEFAULT_QUOTAS, Subject } from "./lab/lint";
import { routeDiff } from "./lab/review/routes";
import { parseTopology } from "./lab/topology";
function shape(n: number, edit: (i: number, r: any) => void, opts: any = {}) {
  const groups: any = {}, rules: any = {};
  for (let i = 0; i < 100; i++) groups[`g${i}`] = { name: `g${i}`, port: 3000, protocol: "HTTP", vpc_id: "v" };
  for (let i = 0; i < n; i++) {
    const r: any = { listener_arn: "${aws_lb_listener.http.arn}", priority: i + 1,
      condition: [{ path_pattern: { values: [`/svc${i}`, `/svc${i}/*`] } }, ...(i % 4 === 0 ? [{ host_header: { values: [`*.h${i % 10}.example.com`] } }] : [])],
      action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.g${i % 100}.arn}` }] };
    edit(i, r); if (!r.gone) rules[`r${i}`] = r;
  }
  return { provider: { aws: [{ region: "eu-west-1" }] }, resource: { aws_lb: { shop: { name: "shop", load_balancer_type: "application" } },
    aws_lb_listener: opts.noListener ? {} : { http: { load_balancer_arn: "${aws_lb.shop.arn}", port: 80, protocol: "HTTP", default_action: [{ type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: opts.def ?? "404" } }] } },
    aws_lb_target_group: groups, aws_lb_listener_rule: opts.noListener ? {} : rules } };
}
const sub = (s: any) => new Subject(parseTopology(JSON.stringify(s)), DEFAULT_QUOTAS);
const N = 200;
function run(name: string, edit: (i: number, r: any) => void, opts: any = {}) {
  const a = sub(shape(N, () => {})), b = sub(shape(N, edit, opts));
  const times = [0, 1, 2].map(() => { const t = process.cpuUsage(); const d = routeDiff(a, b); const u = process.cpuUsage(t); const ms = (u.user + u.system) / 1000;
    const e = d.entrances[0]; return { ms: Math.round(ms), n: e?.regions.length ?? 0, unsure: e?.unsure.length ?? 0, d: e }; });
  console.log(name, times.map(t => t.ms).join(" "), "regions", times[0].n, "unsure", times[0].unsure, times[0].d?.at, JSON.stringify(times[0].d?.regions[0])?.slice(0, 300));
}
run("nothing", () => {});
run("one action", (i, r) => { if (i === 77) r.action[0].target_group_arn = "${aws_lb_target_group.g0.arn}"; });
run("one removed", (i, r) => { if (i === 77) r.gone = true; });
run("one path", (i, r) => { if (i === 77) r.condition[0].path_pattern.values = ["/svc77/*"]; });
run("all actions", (i, r) => { r.action[0].target_group_arn = `\${aws_lb_target_group.g${(i + 1) % 100}.arn}`; });
run("all paths", (i, r) => { r.condition[0].path_pattern.values = [`/v2/svc${i}`, `/v2/svc${i}/*`]; });
run("all prefix removed trailing", (i, r) => { r.condition[0].path_pattern.values = [`/svc${i}*`]; });
run("order reversed", (i, r) => { r.priority = N + 1 - i; });
run("default", () => {}, { def: "503" });
run("catch-all on top", (i, r) => { if (i === 0) { r.condition = [{ path_pattern: { values: ["/*"] } }]; } });
run("listener gone", () => {}, { noListener: true });
run("hosts all", (i, r) => { r.condition = [{ host_header: { values: [`*.svc${i}.example.com`] } }]; });
run("suffix", (i, r) => { r.condition = [{ path_pattern: { values: [`*/svc${i}.png`] } }]; });
