// @ts-check

/** A server keeps its colour in every group, chip and pulse. @type {Map<string, string>} */
const hueByName = new Map();
const hueCount = 8;

/** Number of a colour in target.css, as an attribute's value. @param {string} name */
export function hueOf(name) {
  const known = hueByName.get(name) ?? String(hueByName.size % hueCount);
  hueByName.set(name, known);
  return known;
}
