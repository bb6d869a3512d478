import { Context, type Drop, type Emitter, type Liquid, type Scope, toValue } from 'liquidjs';

/**
 * What one rendering may do at most: work counted in steps, each some microseconds at the most, and what it makes in
 * characters or items of lists. Counted and not timed: a slow moment must not make a message fail for good.
 */
const mostSteps = 50_000;
const mostMade = 500_000;
/** Longer than any provider takes. */
const longestOutput = 1_000_000;
/** What is done with so many characters takes about as long as one step. */
const charactersOfStep = 50;

/** A variable that is not there, or null. Liquid knows it by this name, and forgives it where there is a default. */
export class MissingVariable extends Error {
  override readonly name = 'InternalUndefinedVariableError';

  constructor(readonly path: string) {
    super(`${path} is missing`);
  }
}

/** What Liquid counts with. */
class Allowance {
  private used = 0;

  constructor(
    private readonly most: number,
    private readonly exceeded: string,
  ) {}

  use(count: number): void {
    if (!(count > 0)) return;
    this.used += count;
    if (this.used > this.most) throw new Error(this.exceeded);
  }

  /** Liquid compares the clock here, once for each thing that it renders. */
  check(): void {
    this.use(1);
  }

  get left(): number {
    return this.most - this.used;
  }
}

/** One rendering: what it sees, and what it may still do. Null counts as missing: “Dear ,” is worse than a failure. */
export class Rendering extends Context {
  private readonly steps: Allowance;

  constructor(scope: object, engine: Liquid, isStrict = true, of?: Rendering) {
    const steps = of?.steps ?? new Allowance(mostSteps, 'it takes too much work');
    const made = of?.memoryLimit ?? new Allowance(mostMade, 'it makes too much text');
    super(
      scope,
      engine.options,
      { sync: true, strictVariables: isStrict },
      {
        memoryLimit: made as Context['memoryLimit'],
        renderLimit: steps as unknown as Context['renderLimit'],
        liquid: engine,
      },
    );
    this.steps = steps;
  }

  // eslint-disable-next-line require-yield -- Liquid takes a generator; an activity has nothing to wait for.
  override *_getFromScope(
    scope: unknown,
    given: (string | number | Drop)[] | string,
    isStrict = this.strictVariables,
  ): IterableIterator<unknown> {
    const path = typeof given === 'string' ? given.split('.') : given;
    let value = scope;
    for (const key of path) value = this.readProperty(value as Scope, key);
    if (isStrict && (value === undefined || value === null)) throw new MissingVariable(pathText(path.map(textOf)));
    this.pay(value);
    return value;
  }

  /** For what filters look up in the items of a list, where what an item does not have is nothing. */
  override spawn(scope = {}): Context {
    return new Rendering(scope, this.liquid as Liquid, false, this);
  }

  /** Counts the work that whatever is done with a value can take. */
  pay(value: unknown, steps = 1): void {
    this.steps.use(steps);
    if (typeof value === 'string') this.steps.use(value.length / charactersOfStep);
    else if (typeof value === 'object' && value !== null) this.steps.use(sizeOf(value, this.steps.left));
  }
}

/** How many values there are in it, however deep; counted no further than `most`. */
function sizeOf(value: object, most: number): number {
  const rest: unknown[] = [value];
  let size = 0;
  while (rest.length > 0 && size <= most) {
    const next = rest.pop();
    size += typeof next === 'string' ? 1 + next.length / charactersOfStep : 1;
    if (Array.isArray(next) && next.length > most) return next.length;
    if (typeof next === 'object' && next !== null) for (const item of Object.values(next)) rest.push(item);
  }
  return size;
}

/** `attributes.items[0].name`, as one writes it. */
function pathText(path: readonly string[]): string {
  return path.map((key, index) => (index === 0 ? key : /^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(toValue(value)) ?? '');
}

/** Collects the output, as long as it is not too long. */
export class Output implements Emitter {
  buffer = '';

  write(text: unknown): void {
    this.buffer += typeof text === 'string' ? text : textOf(text);
    if (this.buffer.length > longestOutput) throw new Error(`it makes more than ${longestOutput} characters`);
  }
}
