import { readdirSync } from "node:fs";
import type { Risk } from "../../lab/review/risk";
import { patch, risksOf } from "./support/hazards";
import { readPage } from "./support/pages";
const ids = "listener-replaced, listener-port-changed, listener-removed, certificate-dropped, certificate-changed, tls-policy-weakened, rule-priorities-swapped, requests-unanswered, load-balancer-replaced, load-balancer-destroyed, dns-record-changed, replacement-name-taken, web-acl-removed".split(", ");
it.each(ids)("%s", (id) => {
  const risk = Object.values(require(`../../lab/review/risks/${id}`))[0] as Risk;
  const page = readPage(id);
  expect(page?.claim).toBe(`**${risk.level.replace("-", " ")}** (${risk.facts.join(", ")})`);
  for (const { base, change } of page?.hurts ?? []) { const r = risksOf(risk, patch(change), patch(base)); console.log(JSON.stringify(r, null, 1)); expect(r.map((f) => f.id)).toContain(id); }
  for (const { base, change } of page?.harmless ?? []) expect(risksOf(risk, patch(change), patch(base))).toEqual([]);
  expect(page?.hurts.length).toBeGreaterThan(0); expect(page?.harmless.length).toBeGreaterThan(0);
});
