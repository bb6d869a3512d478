/** The api counts up to 10,001, which says that there are more than 10,000. */
export function cappedText(n: number, language: string): string {
  return n > 10_000 ? `${(10_000).toLocaleString(language)}+` : n.toLocaleString(language);
}
