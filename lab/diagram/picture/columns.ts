import type { Diagram, RulePart, Scene } from "../diagram";
import { type CardOf, wantedWidth } from "./card";
import {
  balancerCard,
  clientsCard,
  groupCard,
  listenerCard,
  priorityWidth,
  ruleCard,
  targetCard,
  zoneCard,
} from "./cards";
import { columnWidths, gap, gutters, margin, spine } from "./sizes";

export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Where columns are, the same for all load balancers, so that they stand below each other. */
export interface Columns {
  readonly clients: Column;
  /** The load balancer; listeners and rules are inside of it. */
  readonly balancer: Column;
  readonly groups: Column;
  readonly zoneWidth: number;
  zone(at: number): Column;
}

/** From the border of a load balancer or a listener to what is inside. */
export const inset = gap;

export function columnsOf({ scenes }: Diagram): Columns {
  const balancers = scenes.flatMap(({ balancer }) => (balancer ? [balancer] : []));
  const listeners = balancers.flatMap((balancer) => balancer.listeners);
  const rules = Math.max(
    widest("rules", [...balancers.map(balancerCard), ...listeners.map(listenerCard)]) - 2 * inset,
    widest(
      "rules",
      listeners.flatMap((listener) => ruleCards(listener.rules)),
    ),
  );
  const clients = {
    x: margin,
    width: widest(
      "clients",
      listeners.map((one) => clientsCard(one.clients)),
    ),
  };
  const left = balancers.length === 0 ? margin + inset : clients.x + clients.width + gutters.clients;
  const balancer = { x: left, width: balancers.length === 0 ? 0 : rules + 4 * inset };
  const groupsX = balancers.length === 0 ? left : balancer.x + balancer.width + gutters.rules;
  const all = scenes.flatMap((scene) => scene.groups);
  const groups = {
    x: groupsX,
    width: widest(
      "groups",
      all.map((group) => groupCard(group, isListed(scenes, group.key))),
    ),
  };
  const zoneWidth = Math.max(
    widest(
      "zone",
      scenes.flatMap(({ zones }) => zones.map(zoneCard)),
    ),
    widest(
      "zone",
      all.flatMap(({ targets }) => targets.map(targetCard)),
    ) +
      spine +
      inset,
  );
  const zone = (at: number): Column => ({
    x: groups.x + groups.width + gutters.groups + at * (zoneWidth + gutters.zones),
    width: zoneWidth,
  });
  return { clients, balancer, groups, zoneWidth, zone };
}

/** Whether a rule that stands for several names those of a group that does. */
export function isListed(scenes: readonly Scene[], key: string): boolean {
  return scenes.some(({ balancer }) =>
    balancer?.listeners.some(({ rules }) =>
      rules.some(({ members, routes }) => members !== undefined && routes.some(({ group }) => group === key)),
    ),
  );
}

function ruleCards(rules: readonly RulePart[]): readonly Omit<CardOf, "id">[] {
  const column = priorityWidth(rules);
  return rules.map((rule) => ruleCard(rule, column));
}

function widest(column: keyof typeof columnWidths, cards: readonly Omit<CardOf, "id">[]): number {
  const [least, most] = columnWidths[column];
  return Math.min(most, Math.max(least, ...cards.map(wantedWidth)));
}
