// @ts-check
import { add, byId, element, setOptional, setText, showList } from "./dom.js";
import { lessonOf } from "./lessons.js";
import { makeTarget } from "./target-card.js";

/** @typedef {import("../snapshot").GroupView} GroupView */
/** @typedef {import("../snapshot").TargetView} TargetView */
/** @typedef {{ name: string, group: string, targets: readonly TargetView[] }} Zone */

const groups = byId("groups", HTMLElement);
const none = byId("no-groups", HTMLElement);

/** @param {readonly GroupView[]} views */
export function showGroups(views) {
  none.hidden = views.length > 0;
  showList(groups, views, ({ key }) => key, makeGroup);
}

/** @param {GroupView} group @returns {Zone[]} in the order in which they first appear */
export function zonesOf({ key, targets }) {
  const names = [...new Set(targets.map(({ zone }) => zone))];
  return names.map((name) => ({ name, group: key, targets: targets.filter(({ zone }) => zone === name) }));
}

/** @param {GroupView} group @returns {import("./dom.js").View<GroupView>} */
function makeGroup({ key }) {
  const root = element("article", "lane group-lane");
  const card = add(root, element("div", "card group"));
  card.dataset.node = `group:${key}`;
  const name = add(card, element("h3"));
  const facts = add(card, element("p", "muted"));
  const probe = add(card, element("p", "muted"));
  const alarm = add(card, element("p", "alarm", "Fail-open"));
  const lesson = add(card, element("p", "lesson"));
  const zones = add(root, element("div", "zones"));
  return {
    root,
    update(group) {
      setText(name, group.name);
      setText(facts, `${group.port}, ${group.algorithm}`);
      setText(probe, group.healthCheck);
      alarm.hidden = !group.failOpen;
      setOptional(lesson, lessonOf(group));
      const all = zonesOf(group);
      root.dataset.many = String(all.some(isCrowded));
      showList(zones, all, (zone) => zone.name, makeZone);
    },
  };
}

/** @param {Zone} zone @returns {import("./dom.js").View<Zone>} */
function makeZone({ name, group }) {
  const root = element("section", "zone");
  root.dataset.node = zoneNode(group, name);
  root.setAttribute("aria-label", `Zone ${name}`);
  add(root, element("h4", "zone-name", name));
  const cards = add(root, element("div", "targets"));
  return {
    root,
    update(zone) {
      const many = isCrowded(zone);
      root.dataset.many = String(many);
      // A card is made anew when its kind changes.
      const keyOf = (/** @type {TargetView} */ { key }) => `${many} ${key}`;
      showList(cards, zone.targets, keyOf, (target) => makeTarget(target, many));
    },
  };
}

/** So many targets that lines end at the zone, and cards are small. @param {Pick<Zone, "targets">} zone */
export function isCrowded({ targets }) {
  return targets.length > 3;
}

/** @param {string} group @param {string} zone */
export function zoneNode(group, zone) {
  return `zone:${JSON.stringify([group, zone])}`;
}
