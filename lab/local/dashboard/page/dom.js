// @ts-check

/**
 * A part of the page that shows one thing and keeps its element while that thing changes.
 * @template T
 * @typedef {{ root: HTMLElement, update: (item: T) => void }} View
 */

/** @type {WeakMap<Element, Map<string, View<any>>>} */
const lists = new WeakMap();

/**
 * A new element; text is never read as markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 */
export function element(tag, className = "", text = "") {
  const created = document.createElement(tag);
  if (className) created.className = className;
  if (text) created.textContent = text;
  return created;
}

/**
 * Appends and returns.
 * @template {Element} E
 * @param {Element} parent
 * @param {E} child
 */
export function add(parent, child) {
  parent.append(child);
  return child;
}

/** Leaves the page alone where nothing changed, so that nothing is read aloud twice. @param {Element} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {HTMLElement} node @param {string} text hidden when there is none */
export function setOptional(node, text) {
  setText(node, text);
  node.hidden = text === "";
}

/** @param {Element} node @param {string} name @param {string} value */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * Makes the children of `parent` show `items` in their order. Elements stay as long as their item does, and with them
 * the keyboard's place.
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => View<T>} makeView
 */
export function showList(parent, items, keyOf, makeView) {
  const before = lists.get(parent) ?? new Map();
  const after = new Map(items.map((item) => [keyOf(item), before.get(keyOf(item)) ?? makeView(item)]));
  for (const [key, view] of before) if (!after.has(key)) view.root.remove();
  items.forEach((item, at) => {
    const view = after.get(keyOf(item));
    view.update(item);
    const there = parent.children[at] ?? null;
    if (there !== view.root) parent.insertBefore(view.root, there);
  });
  lists.set(parent, after);
}

/**
 * An element of index.html.
 * @template {Element} E
 * @param {string} id
 * @param {{ new (): E }} kind
 * @returns {E}
 */
export function byId(id, kind) {
  const found = document.getElementById(id) ?? document.querySelector(`#${id}`);
  if (!(found instanceof kind)) throw new Error(`page: must have ${id}, got none`);
  return found;
}
