// @ts-check
import { announce } from "./announcements.js";
import { byId, element, setText, showList } from "./dom.js";
import { counted } from "./words.js";

const fold = byId("notices", HTMLDetailsElement);
const count = byId("notice-count", HTMLElement);
const list = byId("notice-list", HTMLElement);
const fewNotices = 2;
/** @type {ReadonlySet<string> | undefined} */
let known;

/** Many are folded away, but not one that is new. @param {readonly string[]} notices */
export function showNotices(notices) {
  fold.hidden = notices.length === 0;
  setText(count, counted(notices.length, "notice"));
  showList(list, notices, (text) => text, makeNotice);
  const before = known;
  known = new Set(notices);
  if (before === undefined) fold.open = notices.length <= fewNotices;
  for (const text of known) {
    if (before === undefined || before.has(text)) continue;
    fold.open = true;
    announce(text);
  }
}

/** @param {string} text @returns {import("./dom.js").View<string>} */
function makeNotice(text) {
  return { root: element("li", "", text), update: () => {} };
}
