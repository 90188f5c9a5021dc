// @ts-check
/** @typedef {import("../snapshot").GroupView} GroupView */

/** @type {ReadonlyMap<string, string>} */
let names = new Map();

/** Rules point at groups by key and show their names. @param {readonly GroupView[]} groups */
export function nameGroups(groups) {
  names = new Map(groups.map(({ key, name }) => [key, name]));
}

/** @param {string} key */
export function nameOfGroup(key) {
  return names.get(key) ?? key;
}
