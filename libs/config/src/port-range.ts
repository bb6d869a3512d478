/** First and last port, both of it. */
export type PortRange = readonly [first: number, last: number];

/** `80`, or `1024-65535`; undefined for what is neither. */
export function readPortRange(text: string): PortRange | undefined {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const range: PortRange = [Number(first), Number(last)];
  return range[0] >= 1 && range[0] <= range[1] && range[1] <= 65_535 ? range : undefined;
}
