import {
  type Clients,
  type GroupPart,
  keyOfClients,
  type LabelPart,
  type ListenerPart,
  type RulePart,
  type Scene,
  type TargetPart,
  textOf,
} from "../diagram";
import { describeMark, signOf } from "../mark";
import type { Chart } from "./chart";
import { lineOf } from "./label";

/** Clients, load balancer, groups and targets; a frame around what is in the region. */
export function drawScene(chart: Chart, scene: Scene, names: number): void {
  const clients = new Map<string, string>();
  const listeners = scene.balancer?.listeners ?? [];
  for (const listener of listeners) {
    const key = keyOfClients(listener.clients);
    if (!clients.has(key)) clients.set(key, chart.node(clientLines(listener.clients)));
  }
  const region = scene.region === undefined ? "Region not known" : `Region ${scene.region}`;
  chart.frame(region, () => drawRegion(chart, scene, names, clients));
}

function drawRegion(chart: Chart, scene: Scene, names: number, clients: ReadonlyMap<string, string>): void {
  const rules: { readonly id: string; readonly rule: RulePart }[] = [];
  const { balancer } = scene;
  if (balancer) {
    const facts = balancer.facts.slice(0, 1).map(textOf);
    const name = balancer.mark ? `${describeMark(balancer.mark)}: ${balancer.name}` : balancer.name;
    const title = lineOf(name, ["", balancer.kind, ...facts].join(", "));
    chart.frame(
      title,
      () => {
        drawLabels(chart, balancer.labels, names);
        for (const listener of balancer.listeners)
          rules.push(...drawListener(chart, listener, names, clients.get(keyOfClients(listener.clients))));
        if (balancer.listeners.length === 0) chart.node(["no listener"]);
      },
      balancer.mark,
    );
  }
  const isListed = rules.some(({ rule }) => rule.members !== undefined);
  const groups = new Map(
    scene.groups.map((group) => [group.key, chart.node(groupLines(group, isListed ? 0 : names), group.mark)]),
  );
  for (const { id, rule } of rules)
    for (const key of new Set(rule.routes.map(({ group }) => group))) {
      const group = groups.get(key);
      if (group !== undefined) chart.link(id, group);
    }
  drawTargets(chart, scene, groups, names);
}

function drawListener(chart: Chart, listener: ListenerPart, names: number, client: string | undefined) {
  const { name, facts, mark, clients } = listener;
  const id = chart.node([textOf(name), ...facts.map(textOf)], mark);
  if (client !== undefined) chart.link(client, id, clients.way.verdict);
  return listener.rules.map((rule) => {
    const drawn = chart.node(ruleLines(rule, names), rule.mark);
    chart.link(id, drawn);
    return { id: drawn, rule };
  });
}

/** DNS names and web ACLs of a load balancer; it has their mark where all of them have the same. */
function drawLabels(chart: Chart, labels: readonly LabelPart[], names: number): void {
  const [mark, ...others] = new Set(labels.map((label) => label.mark));
  const isMixed = others.length > 0;
  const texts = labels.map(({ text, mark: own }) =>
    isMixed && own ? `${describeMark(own)}: ${text}` : text,
  );
  if (texts.length > 0) chart.node(first(texts, names), isMixed ? "changed" : mark);
}

function clientLines({ way, from }: Clients): readonly string[] {
  const was = way.was === undefined ? "" : ` (was ${way.was})`;
  const texts = from.slice(0, 4).map(({ text, mark }) => (mark ? `${signOf[mark]} ${text}` : text));
  const more = from.length > 4 ? [`and ${from.length - 4} more`] : [];
  return [`${way.verdict === "closed" ? "Nobody" : "Clients"}${was}`, ...texts, ...more];
}

function ruleLines(
  { priority, conditions, action, members = [] }: RulePart,
  names: number,
): readonly string[] {
  return [
    `${textOf(priority)}: ${textOf(conditions)}`,
    textOf(action),
    ...first(
      members.map((member) =>
        lineOf(textOf(member.conditions), ` to ${textOf(member.action).replace(/^forward to /, "")}`),
      ),
      names,
    ),
  ];
}

function groupLines({ name, facts, members = [] }: GroupPart, names: number): readonly string[] {
  const listed =
    names === 0
      ? []
      : first(
          members.map((member) => member.name),
          names,
        );
  return [name, ...facts.map(textOf), ...listed];
}

function first(texts: readonly string[], count: number): readonly string[] {
  return texts.length <= count ? texts : [...texts.slice(0, count), `and ${texts.length - count} more`];
}

/** Targets of a group in one box, a line each, apart by what happens to them and whether they are reached. */
function drawTargets(chart: Chart, scene: Scene, groups: ReadonlyMap<string, string>, names: number): void {
  for (const group of scene.groups) {
    const alike = new Map<string, TargetPart[]>();
    for (const target of group.targets) {
      const key = JSON.stringify([target.mark, target.way.verdict, target.way.was]);
      alike.set(key, [...(alike.get(key) ?? []), target]);
    }
    for (const targets of alike.values()) {
      const [one] = targets as [TargetPart];
      const id = chart.node([...first(targets.map(describeTarget), names), reasonOf(one)], one.mark);
      const from = groups.get(group.key);
      if (from !== undefined) chart.link(from, id, one.way.verdict);
    }
  }
}

function describeTarget({ name, facts, zones }: TargetPart): string {
  const rest = [...facts.map(textOf), zones.join(" and ")].filter((text) => text !== "");
  return lineOf(name, rest.map((text) => `, ${text}`).join(""));
}

function reasonOf({ way }: TargetPart): string {
  const was = way.was === undefined ? "" : ` (was ${way.was})`;
  return way.verdict === "closed" || was !== "" ? `${way.verdict}${was}` : "";
}
