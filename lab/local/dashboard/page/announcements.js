// @ts-check
import { byId, setText } from "./dom.js";
import { healthWords } from "./words.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */

const region = byId("announcements", HTMLElement);
const gapMs = 2000;
const mostNamed = 3;

/** Last known state in words, by target. @type {Map<string, string>} */
let before = new Map();
/** What is to be said next, by whom it is about: the newest state only. @type {Map<string, string>} */
const waiting = new Map();
let isTimed = false;

/** Says what changed since the last snapshot, for those who do not see it. @param {LabSnapshot} snapshot */
export function announceChanges({ groups }) {
  const now = new Map();
  for (const group of groups) {
    for (const { key, name, health } of group.targets) {
      const words = `${name} is ${healthWords[health].word.toLowerCase()}`;
      const known = before.get(key);
      if (known !== undefined && known !== words) say(key, words);
      now.set(key, words);
    }
  }
  before = now;
}

/** @param {string} text */
export function announce(text) {
  say(text, text);
}

/** @param {string} about @param {string} text */
function say(about, text) {
  waiting.set(about, text);
  if (isTimed) return;
  isTimed = true;
  setTimeout(speak, region.textContent === "" ? 0 : gapMs);
}

function speak() {
  const texts = [...waiting.values()];
  const more = texts.length - mostNamed;
  setText(region, `${texts.slice(0, mostNamed).join(", ")}${more > 0 ? `, and ${more} more changes` : ""}.`);
  waiting.clear();
  isTimed = false;
}
