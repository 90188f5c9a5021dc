let renderedSecond = 0;
let rendered = "";

/** The time now as a Date header has it; rendered once a second. */
export function httpDate(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== renderedSecond) {
    renderedSecond = second;
    rendered = new Date(second * 1000).toUTCString();
  }
  return rendered;
}
