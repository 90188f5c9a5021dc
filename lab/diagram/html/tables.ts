import { escapeXml } from "../clean";
import {
  type GroupPart,
  type ListenerPart,
  type Part,
  type Scene,
  type TargetPart,
  textOf,
  type Way,
} from "../diagram";
import { describeMark, signOf } from "../mark";

/** A scene as tables: one of rules, one of target groups with their targets. */
export function renderTables({ region, balancer, groups }: Scene): string {
  const where = region === undefined ? "" : ` in ${region}`;
  const head = balancer ? `${balancer.kind} ${balancer.name}${where}` : `Used by no listener${where}`;
  const facts = balancer ? [...balancer.facts.map(textOf), ...balancer.listeners.map(describeClients)] : [];
  const rules = (balancer?.listeners ?? []).flatMap(ruleRows);
  return [
    `<section><h2>${escapeXml(head)} ${markOf(balancer)}</h2>`,
    ...facts.map((fact) => `<p>${escapeXml(fact)}</p>`),
    ...(balancer?.labels ?? []).map((label) => `<p>${escapeXml(label.text)} ${markOf(label)}</p>`),
    ...(rules.length > 0
      ? [table("Rules", ["Listener", "Priority", "Conditions", "Action", "Change"], rules)]
      : []),
    ...(groups.length > 0
      ? [
          table(
            "Target groups",
            ["Target group", "Traffic and health check", "Targets", "Change"],
            groups.map(groupRow),
          ),
        ]
      : []),
    "</section>",
  ].join("\n");
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
  const names = head.map((name) => `<th scope="col">${name}</th>`).join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
  return `<h3>${caption}</h3>\n<div class="scroll"><table><thead><tr>${names}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function ruleRows({ name, facts, mark, rules }: ListenerPart): readonly (readonly string[])[] {
  const listener = [textOf(name), ...facts.map(textOf)].map(escapeXml).join("<br>");
  const own = mark ? `${listener} ${markOf({ mark })}` : listener;
  return rules.map((rule) => [
    own,
    escapeXml(textOf(rule.priority)),
    escapeXml(textOf(rule.conditions)),
    escapeXml(textOf(rule.action)),
    markOf(rule),
  ]);
}

function groupRow(group: GroupPart): readonly string[] {
  return [
    escapeXml(group.name),
    group.facts.map((fact) => escapeXml(textOf(fact))).join("<br>"),
    group.targets.map(renderTarget).join("<br>") || "none",
    markOf(group),
  ];
}

function renderTarget(target: TargetPart): string {
  const { name, facts, zones, way } = target;
  const words = [name, ...facts.map(textOf), zones.join(" and ")].filter((text) => text !== "").join(", ");
  const shut =
    way.verdict === "open" && way.was === undefined
      ? ""
      : ` <span class="${way.verdict}">${escapeXml(describeWay(way))}</span>`;
  return `${escapeXml(words)}${shut} ${markOf(target)}`.trim();
}

function describeWay({ verdict, why, was }: Way): string {
  const text = verdict === "unknown" ? "open or not is not known" : verdict;
  return `${text}${was === undefined ? "" : ` (was ${was})`}${why === undefined ? "" : `: ${why}`}`;
}

function describeClients({ name, clients: { way, from } }: ListenerPart): string {
  const texts = from.map(({ text, mark }) => (mark ? `${signOf[mark]} ${text}` : text));
  return `${textOf(name)}: ${describeWay(way)}${texts.length === 0 ? "" : `, for ${texts.join(", ")}`}`;
}

function markOf(part: Pick<Part, "mark"> | undefined): string {
  const mark = part?.mark;
  return mark === undefined ? "" : `<span class="mark ${mark}">${describeMark(mark)}</span>`;
}
