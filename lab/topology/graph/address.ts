/** Address of an instance of something: `aws_lb.this`, `aws_lb.this[0]`, `aws_lb.this["a"]`. */
export function withIndex(address: string, index: string | number | undefined): string {
  return index === undefined ? address : `${address}[${indexText(index)}]`;
}

function indexText(index: string | number): string {
  if (typeof index === "number") return String(index);
  // as Terraform writes it: an interpolation inside a key is escaped
  return JSON.stringify(index).replace(/([$%])\{/g, "$1$1{");
}

/** Address of a resource in its module, before `count` and `for_each`. */
export function resourceAddress(mode: "managed" | "data", type: string, name: string): string {
  return `${mode === "data" ? "data." : ""}${type}.${name}`;
}

/** Sorts by address, numbers in brackets by size: `a[2]` comes before `a[10]`. */
export function inOrder<E extends { readonly address: string }>(elements: readonly E[]): E[] {
  const pieces = elements.map((element) => ({ element, pieces: piecesOf(element.address) }));
  return pieces.sort((a, b) => compareLists(a.pieces, b.pieces)).map(({ element }) => element);
}

function compareLists(left: readonly string[], right: readonly string[]): number {
  for (const [position, piece] of left.entries()) {
    const other = right[position];
    if (other === undefined) return 1;
    const order = comparePieces(piece, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Most addresses have no bracket. */
function piecesOf(address: string): readonly string[] {
  return address.includes("[") ? (address.match(PIECES) ?? []) : [address];
}

const PIECES = /\[\d+\]|[^[]+|\[/g;

function comparePieces(a: string, b: string): number {
  if (a === b) return 0;
  const bothNumbers = a.startsWith("[") && /^\[\d+\]$/.test(a) && /^\[\d+\]$/.test(b);
  if (bothNumbers) return Number(a.slice(1, -1)) - Number(b.slice(1, -1));
  return a < b ? -1 : 1;
}
