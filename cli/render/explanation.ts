import type {
  ActionReport,
  AnswerReport,
  GroupReport,
  Place,
  RequestReport,
  RuleReport,
  TargetReport,
} from "../../lab/alb";
import { placeOf, printable } from "../../lab/topology";
import { beside, counted, hanging, type Page } from "./text";

/** Who answers and why, for a person: the rules as they are tried, then what the last one does. */
export function renderExplanation(original: RequestReport, page: Page): string {
  const report = printable(original);
  const blocks = [
    renderRequest(report, page),
    ...(report.rules.length === 0 ? [] : [renderRules(report, page)]),
    ...(report.answer === null ? [] : renderAnswer(report.answer, page)),
    renderDoubts(report, page),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function renderRequest({ request, loadBalancer, listener }: RequestReport, page: Page): string[] {
  const { colors, width } = page;
  const host = request.headers.find(
    (_, index) => request.headers[index - 1]?.toLowerCase() === "host" && index % 2 === 1,
  );
  const isOther = host !== undefined && !request.url.toLowerCase().includes(`//${host.toLowerCase()}`);
  const from = `from ${request.sourceIp}${isOther ? `, for host ${host}` : ""}`;
  return [
    colors.bold(`${request.method} ${request.url}`),
    ...hanging("  ", from, width),
    ...beside([`  to ${loadBalancer.name}`], placeBeside(loadBalancer, loadBalancer.name, page), width),
    ...(listener === null
      ? []
      : beside([`  on ${listener.protocol} ${listener.port}`], placeBeside(listener, "", page), width)),
  ];
}

function placeBeside(place: Place, label: string, { colors }: Page): string {
  return placeOf(place) === label ? "" : colors.dim(placeOf(place));
}

/** What was tried, line by line; of what was not, only the rules that would have answered as well. */
function renderRules({ rules }: RequestReport, page: Page): string[] {
  const behind = rules.filter((rule) => !rule.isTried);
  const shadowed = behind.filter((rule) => rule.verdict !== "no");
  const shown = rules.filter((rule) => rule.isTried || rule.verdict !== "no");
  const column = Math.max(...shown.map(({ priority }) => describePriority(priority).length));
  const others = behind.length - shadowed.length;
  return [
    ...shown.flatMap((rule) => renderRule(rule, column, page)),
    ...(others === 0
      ? []
      : [page.colors.dim(`  ${counted(others, "rule")} behind it would not have matched`)]),
  ];
}

function renderRule(rule: RuleReport, column: number, page: Page): string[] {
  const { colors, width } = page;
  const mark = `  ${markOf(rule, page)}  ${describePriority(rule.priority).padStart(column)}  `;
  const texts = rule.conditions.filter(({ verdict }) => verdict === rule.verdict).map(({ text }) => text);
  const [first = "it has no condition", ...others] = rule.isTried
    ? texts
    : ["not tried, as a rule before it answers; it would match too"];
  const indent = " ".repeat(column + 9);
  const lines = [...hanging(mark, first, width), ...others.flatMap((text) => hanging(indent, text, width))];
  return beside(lines, colors.dim(placeOf(rule)), width, indent.length);
}

function markOf({ verdict, isTried }: RuleReport, { colors }: Page): string {
  if (!isTried) return "  -";
  if (verdict === "yes") return colors.green("yes");
  return verdict === "no" ? " no" : colors.yellow("may");
}

function describeRule(priority: RuleReport["priority"]): string {
  if (priority === "default") return "The default action";
  return typeof priority === "number" ? `Rule ${priority}` : "A rule without a known priority";
}

function describePriority(priority: RuleReport["priority"]): string {
  if (priority === "unset") return "next free";
  return priority === "unknown" ? "(unknown)" : String(priority);
}

function renderAnswer({ rule, first, action }: AnswerReport, page: Page): string[][] {
  const { colors, width } = page;
  const who = `${describeRule(rule.priority)} answers`;
  return [
    [
      ...beside([colors.bold(who)], colors.dim(placeOf(rule)), width),
      ...first.flatMap((text) => hanging("  first ", text, width)),
      ...renderAction(action, page),
    ],
    ...(action.kind === "forward" ? [renderTargetHeaders(action.targetHeaders, page)] : []),
  ];
}

function renderAction(action: ActionReport, page: Page): string[] {
  if (action.kind === "unknown")
    return hanging("  ", `nobody can say what it does: ${action.reason}`, page.width);
  if (action.kind === "forward") {
    const isAlone = action.groups.length === 1;
    const sticky = action.sticky ? ["  clients stay with the group that they got first"] : [];
    return [...action.groups.flatMap((group) => renderGroup(group, isAlone, page)), ...sticky];
  }
  const { status, reason, location, contentType, body } = action;
  return [
    `  ${status} ${reason}`,
    ...(location === undefined ? [] : hanging("  Location: ", location, page.width)),
    ...(contentType === undefined ? [] : [`  Content-Type: ${contentType}`]),
    ...(body === undefined || body === "" ? [] : hanging("  ", JSON.stringify(body), page.width)),
  ];
}

function renderGroup(group: GroupReport, isAlone: boolean, page: Page): string[] {
  const { colors, width } = page;
  const share = group.share === undefined ? "share not known" : `${Math.round(group.share * 100) / 100} %`;
  const title = `  -> ${group.name}${isAlone && group.share !== 0 ? "" : ` (${share})`}`;
  const place = group.path ?? group.address;
  const isDeclared = group.address !== undefined;
  const heading = beside(
    [title],
    place === undefined || place === group.name ? "" : colors.dim(place),
    width,
  );
  if (!isDeclared) return [...heading, "     its targets are not known here"];
  if (group.targets.length === 0) return [...heading, "     no target is registered"];
  return [...heading, ...group.targets.flatMap((target) => renderTarget(target, page))];
}

function renderTarget(target: TargetReport, page: Page): string[] {
  const { colors, width } = page;
  const { name, zone, blocked } = target;
  const where = zone === undefined ? [] : [zone === "all" ? "every zone" : zone];
  const facts = [...(name === target.ip ? [] : [name]), ...describeEndpoint(target), ...where];
  return [
    ...beside(hanging("     ", facts.join(", "), width), colors.dim(placeOf(target)), width, 5),
    ...(blocked === undefined ? [] : hanging("     ", colors.red(`not reachable: ${blocked}`), width)),
  ];
}

function describeEndpoint({ ip, port }: TargetReport): readonly string[] {
  if (ip === undefined) return port === undefined ? [] : [`port ${port}`];
  const host = ip.includes(":") ? `[${ip}]` : ip;
  return [port === undefined ? host : `${host}:${port}`];
}

function renderTargetHeaders(headers: readonly string[] | undefined, page: Page): string[] {
  if (headers === undefined) return [];
  const lines = headers.flatMap((name, index) =>
    index % 2 === 0 ? hanging("  ", `${name}: ${headers[index + 1]}`, page.width) : [],
  );
  return [page.colors.bold("The target gets"), ...lines];
}

function renderDoubts({ problem, doubts }: RequestReport, { colors, width }: Page): string[] {
  return [
    ...doubts.flatMap((doubt) => hanging(`${colors.yellow("note")}  `, doubt, width)),
    ...(problem === null ? [] : hanging(`${colors.red("but")}   `, problem, width)),
  ];
}
