/** Which methods each path has, so that a known path with a wrong method is a 405 and not a 404. */
export class KnownRoutes {
  private readonly methodsByPattern = new Map<string, { path: RegExp; methods: Set<string> }>();

  /** @param url Fastify's form, `/api/activities/:id` */
  add(methods: string | string[], url: string): void {
    const known = this.methodsByPattern.get(url) ?? { path: pathOf(url), methods: new Set() };
    for (const method of [methods].flat()) known.methods.add(method.toUpperCase());
    this.methodsByPattern.set(url, known);
  }

  /** @param url as requested, with its query */
  methodsOf(url: string): string[] {
    const [path = ''] = url.split(/[?#]/, 1);
    const matching = [...this.methodsByPattern.values()].filter((route) => route.path.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function pathOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
