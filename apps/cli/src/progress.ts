const width = 30;

/** A bar on standard error that shows how much of a file was read; nothing where that is no terminal. */
export class Progress {
  private done = 0;
  private shown = -1;

  constructor(
    private readonly total: number,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  add(bytes: number): void {
    this.done += bytes;
    this.draw();
  }

  /** Writes a line above the bar. */
  interrupt(text: string): void {
    this.clear();
    this.out.write(text);
    this.draw();
  }

  end(): void {
    this.clear();
  }

  private draw(): void {
    const percent = this.total === 0 ? 100 : Math.floor((100 * this.done) / this.total);
    if (!this.out.isTTY || percent === this.shown) return;
    this.shown = percent;
    const full = Math.round((width * percent) / 100);
    this.out.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${percent} %`);
  }

  private clear(): void {
    if (this.out.isTTY && this.shown >= 0) this.out.write(`\r${' '.repeat(width + 8)}\r`);
    this.shown = -1;
  }
}
