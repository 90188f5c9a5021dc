import type { LabSnapshot } from "../../lab/local";
import { printable } from "../../lab/topology";
import type { Terminal } from "../terminal";
import { renderJson } from "./json";
import { columns, counted, hanging, hangingRows } from "./text";

/** What a person needs once the lab is up: where to look, who answers, how to end it. */
export function renderReady(
  original: LabSnapshot,
  dashboardUrl: string,
  { colors, width }: Terminal,
): string {
  const snapshot = printable(original);
  const { loadBalancers, groups, notices } = snapshot;
  const listeners = loadBalancers.flatMap((lb) => lb.listeners.map((listener) => ({ lb, listener })));
  const targets = groups.flatMap((group) => group.targets);
  const title = `${snapshot.title}: ${counted(targets.length, "target")} behind ${counted(loadBalancers.length, "load balancer")}`;
  return [
    ...hanging("", title, width).map(colors.bold),
    "",
    ...hangingRows(
      [
        ...listeners.map(({ lb, listener: { protocol, port, url, unreachable } }): [string, string] =>
          url === undefined
            ? [
                colors.yellow("not reachable"),
                `${protocol} ${port} of ${lb.name}: ${unreachable ?? "not open"}`,
              ]
            : [colors.green(url), `${protocol} ${port} of ${lb.name}`],
        ),
        [colors.green(dashboardUrl), "dashboard: stop a server and watch"],
      ],
      width,
    ),
    "",
    ...columns(targets.map(({ name, address, zone, pid, kind }) => [name, address, zone, runs(kind, pid)])),
    ...(notices.length > 0
      ? ["", ...notices.flatMap((notice) => hanging(`  ${colors.yellow("note")} `, notice, width))]
      : []),
    "",
    colors.dim("A new synth is taken up while it runs. Ctrl-C stops everything."),
  ].join("\n");
}

function runs(kind: string, pid: number | undefined): string {
  if (kind === "external") return "runs elsewhere";
  return `${kind === "stand-in" ? "stand-in, " : ""}process ${pid ?? "not running"}`;
}

/** One line for a program: every listener's URL, the dashboard's, every target with process id and address. */
export function renderReadyJson(
  { title, loadBalancers, groups, notices }: LabSnapshot,
  dashboard: string,
): string {
  const listeners = loadBalancers.flatMap((lb) =>
    lb.listeners.map(({ key, protocol, port, url, unreachable }) => ({
      address: key,
      loadBalancer: lb.name,
      protocol,
      port: Number(port),
      url: url ?? null,
      ...(unreachable !== undefined && { unreachable }),
    })),
  );
  const targets = groups.flatMap((group) =>
    group.targets.map(({ key, name, zone, address, pid, kind, health }) => ({
      key,
      name,
      group: group.name,
      zone,
      address,
      pid: pid ?? null,
      kind,
      health,
    })),
  );
  return renderJson({ event: "ready", title, listeners, dashboard, targets, notices });
}
