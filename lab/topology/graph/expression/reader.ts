/** Goes through a text from left to right. */
export class Reader {
  private position = 0;

  public constructor(private readonly text: string) {}

  public get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Takes this text when it comes next. */
  public take(text: string): boolean {
    if (!this.text.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  /** Takes what matches next; the pattern must be sticky. */
  public match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.position;
    const found = sticky.exec(this.text)?.[0];
    this.position += found?.length ?? 0;
    return found;
  }

  /** Takes everything before the next match, or to the end; `undefined`: there is nothing before it. */
  public before(global: RegExp): string | undefined {
    global.lastIndex = this.position;
    const end = global.exec(this.text)?.index ?? this.text.length;
    if (end === this.position) return undefined;
    const text = this.text.slice(this.position, end);
    this.position = end;
    return text;
  }

  /** Whether this comes next; the pattern must be sticky. */
  public comes(sticky: RegExp): boolean {
    sticky.lastIndex = this.position;
    return sticky.test(this.text);
  }

  public skipSpace(): void {
    this.match(/\s*/y);
  }
}
