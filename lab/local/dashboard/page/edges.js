// @ts-check

import { isCrowded, zoneNode, zonesOf } from "./groups.js";
import { isUnchecked } from "./lessons.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */
/** @typedef {import("../snapshot").RequestView} RequestView */
/** @typedef {{ id: string, from: string, to: string, usable: boolean }} Edge */

/** Every line of the drawing: from node to node, by their `data-node`. @param {LabSnapshot} snapshot @returns {Edge[]} */
export function edgesOf({ loadBalancers, groups }) {
  const listeners = loadBalancers.flatMap((balancer) => balancer.listeners);
  return [
    ...listeners.map(({ key, url }) => edge("clients", `listener:${key}`, url !== undefined)),
    ...listeners.flatMap(({ key, rules }) =>
      rules.map((rule) => edge(`listener:${key}`, `rule:${rule.key}`)),
    ),
    ...listeners.flatMap(({ rules }) =>
      rules.flatMap((rule) =>
        rule.groups.map(({ key, weight }) => edge(`rule:${rule.key}`, `group:${key}`, weight > 0)),
      ),
    ),
    ...groups.flatMap(groupEdges),
  ];
}

/** @param {import("../snapshot").GroupView} group @returns {Edge[]} */
function groupEdges(group) {
  return zonesOf(group).flatMap(({ name, targets }) => {
    const usable = targets.map(
      (target) => target.health === "healthy" || isUnchecked(target) || group.failOpen,
    );
    if (isCrowded({ targets })) {
      return [edge(`group:${group.key}`, zoneNode(group.key, name), usable.includes(true))];
    }
    return targets.map(({ key }, at) => edge(`group:${group.key}`, `target:${key}`, usable[at]));
  });
}

/** @param {string} from @param {string} to @param {boolean} [usable] @returns {Edge} */
function edge(from, to, usable = true) {
  return { id: `${from} ${to}`, from, to, usable };
}

/**
 * Ids of the lines that a request went along, as far as it got.
 * @param {LabSnapshot} snapshot
 * @returns {(request: RequestView) => string[]}
 */
export function routesOf({ groups }) {
  const ends = new Map();
  for (const group of groups) {
    for (const { name, targets } of zonesOf(group)) {
      for (const { key } of targets) {
        const end = isCrowded({ targets }) ? zoneNode(group.key, name) : `target:${key}`;
        ends.set(key, [`group:${group.key}`, end]);
      }
    }
  }
  return ({ listener, rule, target }) => {
    const nodes = ["clients"];
    if (listener !== undefined) nodes.push(`listener:${listener}`);
    if (rule !== undefined) nodes.push(`rule:${rule}`);
    nodes.push(...(ends.get(target) ?? []));
    return nodes.slice(1).map((node, at) => `${nodes[at]} ${node}`);
  };
}
