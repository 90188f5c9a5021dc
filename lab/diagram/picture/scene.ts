import {
  type Clients,
  type GroupPart,
  keyOfClients,
  type ListenerPart,
  type RulePart,
  type Scene,
} from "../diagram";
import {
  balancerCard,
  clientsCard,
  groupCard,
  listenerCard,
  priorityWidth,
  ruleCard,
  zoneCard,
} from "./cards";
import { type Columns, inset, isListed } from "./columns";
import { across } from "./edges";
import type { Box } from "./picture";
import type { Sheet } from "./sheet";
import { baseline, gap, nameFont, padding, port } from "./sizes";
import { placeTargets } from "./targets";

/** Places one scene: rules and the groups that they lead to side by side, so that most edges are straight. */
export class SceneLayout {
  readonly #groups = new Map<string, Box>();
  readonly #clients = new Map<string, Box>();
  readonly #zones: readonly Box[];
  #groupsEnd: number;
  #clientsEnd: number;

  constructor(
    readonly sheet: Sheet,
    readonly scene: Scene,
    readonly columns: Columns,
    readonly prefix: string,
    readonly top: number,
  ) {
    this.#clientsEnd = top;
    this.#zones = scene.zones.map((zone, at) =>
      sheet.place(zoneCard(zone), `${prefix}-z${at}`, columns.zone(at), top),
    );
    const heads = this.#zones.map(({ height }) => top + height);
    this.#groupsEnd = Math.max(top + 2 * port, ...heads);
  }

  /** Where it ends. */
  place(): number {
    const { sheet, scene, columns, prefix, top } = this;
    this.#caption();
    let bottom = top;
    if (scene.balancer) {
      const box = sheet.place(balancerCard(scene.balancer), `${prefix}-b`, columns.balancer, top);
      const end = scene.balancer.listeners.reduce(
        (y, listener, at) => this.#listener(listener, `${prefix}-l${at}`, box, y),
        box.y + box.height,
      );
      bottom = sheet.stretch(box, end + (scene.balancer.listeners.length > 0 ? inset : 0));
    }
    for (const group of scene.groups) if (!this.#groups.has(group.key)) this.#group(group, this.#groupsEnd);
    bottom = Math.max(bottom, this.#groupsEnd, this.#clientsEnd);
    for (const zone of this.#zones) sheet.stretch(zone, bottom);
    return bottom;
  }

  #caption(): void {
    if (this.scene.groups.length === 0) return;
    const { x, width } = this.columns.groups;
    const y = this.top + port + baseline;
    this.sheet.texts.push({
      text: "Target groups",
      x: x + padding,
      y,
      width: width - padding,
      font: nameFont,
      tone: "soft",
    });
  }

  #listener(listener: ListenerPart, id: string, balancer: Box, top: number): number {
    const { sheet, columns } = this;
    const place = { x: balancer.x + inset, width: balancer.width - 2 * inset };
    const box = sheet.place(listenerCard(listener), id, place, top);
    const column = priorityWidth(listener.rules);
    const from = this.#client(listener.clients, box.y);
    sheet.connect(
      from,
      box,
      across(from, box, columns.clients.x + columns.clients.width, balancer.x),
      listener.clients.way,
      from.mark,
    );
    const end = listener.rules.reduce(
      (y, rule, at) => this.#rule(rule, `${id}-r${at}`, box, column, y),
      box.y + box.height,
    );
    return sheet.stretch(box, end) + inset;
  }

  #rule(rule: RulePart, id: string, listener: Box, column: number, top: number): number {
    const { sheet, columns } = this;
    const fresh = rule.routes.filter(({ group }) => !this.#groups.has(group));
    const y = fresh.length === 0 ? top : Math.max(top, this.#groupsEnd);
    const place = { x: listener.x + inset, width: listener.width - 2 * inset };
    const box = sheet.place(ruleCard(rule, column), id, place, y);
    const right = columns.balancer.x + columns.balancer.width;
    for (const key of new Set(rule.routes.map(({ group }) => group))) {
      const group = this.scene.groups.find((one) => one.key === key);
      if (group === undefined) continue;
      const to = this.#groups.get(key) ?? this.#group(group, Math.max(y, this.#groupsEnd));
      sheet.connect(box, to, across(box, to, right, to.x), { verdict: "open" }, rule.mark);
    }
    return y + box.height + gap;
  }

  #group(group: GroupPart, y: number): Box {
    const { sheet, scene, columns, prefix } = this;
    const id = `${prefix}-g${this.#groups.size}`;
    const box = sheet.place(groupCard(group, isListed([scene], group.key)), id, columns.groups, y);
    this.#groups.set(group.key, box);
    this.#groupsEnd = placeTargets(sheet, scene, group, box, columns, id) + gap;
    return box;
  }

  /** Listeners that the same clients reach share their box. */
  #client(clients: Clients, y: number): Box {
    const key = keyOfClients(clients);
    const known = this.#clients.get(key);
    if (known) return known;
    const id = `${this.prefix}-c${this.#clients.size}`;
    const box = this.sheet.place(
      clientsCard(clients),
      id,
      this.columns.clients,
      Math.max(y, this.#clientsEnd),
    );
    this.#clients.set(key, box);
    this.#clientsEnd = box.y + box.height + gap;
    return box;
  }
}
