/** What JSON leaves as it is and a terminal would obey: control characters above ASCII, marks of direction. */
const obeyed = /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** JSON that a terminal can show: for a program the same value. */
export function renderJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    obeyed,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
