import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { IsCommaList } from './comma-list.decorator';
import { mostProblems, readRequest } from './read-request';
import { validationFailed } from './request.pipe';
import { IsTimestamp } from './timestamp.decorator';

class Line {
  @IsString()
  itemName: string;

  @IsOptional()
  @IsInt()
  howMany?: number;
}

class Order {
  @IsOptional()
  @IsString()
  placedBy?: string;

  @IsOptional()
  @IsTimestamp()
  placedAt?: Date;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Line)
  orderLines?: Line[];

  @IsOptional()
  @IsObject()
  freeForm?: object;

  @IsOptional()
  @IsInt()
  priority?: number = 3;

  @IsOptional()
  @IsCommaList()
  @IsString({ each: true })
  tags?: string[];
}

class Search {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  atLeast?: number;

  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  isOpen?: boolean;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  statuses?: string[];
}

const order = (input: unknown) => readRequest(Order, input, 'body');
const search = (input: unknown) => readRequest(Search, input, 'query');
const problemsOf = ({ problems }: { problems: { field: string; message: string }[] }) =>
  problems.map(({ field, message }) => `${field} ${message}`);

describe('reading a body', () => {
  it('builds instances of the classes, nested ones too, from either spelling', () => {
    const { value } = order({
      placed_by: 'Ana',
      order_lines: [{ item_name: 'tea' }, { itemName: 'ham', how_many: 2 }],
    });
    expect(value).toBeInstanceOf(Order);
    expect(value?.orderLines?.[1]).toBeInstanceOf(Line);
    expect(value).toEqual({
      placedBy: 'Ana',
      orderLines: [{ itemName: 'tea' }, { itemName: 'ham', howMany: 2 }],
      priority: 3,
    });
  });

  it('leaves out what was not given, so that spreading it changes nothing else', () => {
    expect(Object.keys(order({ placedBy: 'Ana' }).value ?? {}).sort()).toEqual(['placedBy', 'priority']);
  });

  it('takes free-form objects over as they are', () => {
    const freeForm = { placed_by: 1, placedBy: 2, deep: [{ item_name: null }] };
    expect(order({ free_form: freeForm }).value?.freeForm).toBe(freeForm);
  });

  it('converts nothing but timestamps', () => {
    expect(problemsOf(order({ priority: '1', placedBy: 5 }))).toEqual([
      'placedBy must be a string',
      'priority must be an integer number',
    ]);
    expect(order({ placedAt: '2026-01-31T09:30:00.5+02:00' }).value?.placedAt).toEqual(
      new Date('2026-01-31T07:30:00.500Z'),
    );
  });

  it.each(['', 1_769_000_000_000, true, '10:30', '2026-02-30T00:00:00Z'])('takes %p for no timestamp', (placedAt) => {
    expect(problemsOf(order({ placedAt }))).toEqual([
      expect.stringContaining('placedAt must be an ISO 8601 timestamp'),
    ]);
  });

  it('says of what is missing that it is required, and of what is wrong what it must be', () => {
    expect(problemsOf(order({ orderLines: [{}] }))).toEqual(['orderLines[0].itemName is required']);
    expect(problemsOf(order({ orderLines: [{ itemName: null }] }))).toEqual([
      'orderLines[0].itemName must be a string',
    ]);
  });

  it('names every problem by its path', () => {
    const lines = [{ itemName: 1, howMany: 'x' }, 'text', { itemName: 'ok', colour: 'red' }];
    expect(problemsOf(order({ orderLines: lines, nobody: 1 })).sort()).toEqual([
      'nobody is not a known field',
      'orderLines[0].howMany must be an integer number',
      'orderLines[0].itemName must be a string',
      'orderLines[1] must be an object',
      'orderLines[2].colour is not a known field',
    ]);
    expect(problemsOf(order({ orderLines: { 0: {} } }))).toEqual(['orderLines must be an array']);
  });

  it.each(['constructor', 'toString', '__defineGetter__', 'order lines'])('does not know a field %s', (name) => {
    expect(problemsOf(order({ [name]: 1 }))).toEqual([`${name} is not a known field`]);
  });

  it('reads a text as a list where filters have one, and nowhere else', () => {
    expect(order({ tags: 'a,b' }).value).toMatchObject({ tags: ['a', 'b'] });
    expect(order({ tags: ['a,b'] }).value).toMatchObject({ tags: ['a,b'] });
    expect(problemsOf(order({ tags: 5 }))).toEqual(['tags must be an array']);
    expect(problemsOf(order({ orderLines: 'a,b' }))).toEqual(['orderLines must be an array']);
  });

  it.each([[[]], ['text'], [1], [null], [undefined]])('refuses %p as a whole', (input) => {
    expect(problemsOf(order(input))).toEqual(['body must be a JSON object']);
  });
});

describe('a body of megabytes', () => {
  it('has its fields counted before they are named, and few of them told', () => {
    const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`x${index}`, 1]));
    expect(problemsOf(order(unknown))).toEqual(['body must have at most 200 fields']);
    expect(problemsOf(order({ orderLines: [unknown] }))).toEqual(['orderLines[0] must have at most 200 fields']);
    const lines = Array.from({ length: 5_000 }, () => ({}));
    const { problems } = order({ orderLines: lines });
    expect(problems).toHaveLength(mostProblems);
    const { message, details } = validationFailed(problems);
    expect(details).toHaveLength(50);
    expect(message).toMatch(/ and 997 or more others$/);
    expect(validationFailed(problems.slice(0, 60)).message).toMatch(/ and 57 more$/);
  });

  it('has no long name of its own in the answer', () => {
    const name = 'n'.repeat(1_000_000);
    for (const body of [{ [name]: 1 }, { freeForm: { [name]: '\0' } }]) {
      const [problem] = order(body).problems;
      expect(problem?.field.length).toBeLessThan(150);
    }
  });

  it('names where what cannot be kept stands, however deep, and beside what else is wrong', () => {
    const freeForm = { list: [1, { text: 'a\0' }] };
    expect(problemsOf(order({ freeForm, placedBy: 5 })).sort()).toEqual([
      'freeForm.list[1].text has a NUL character or a lone surrogate',
      'placedBy must be a string',
    ]);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(problemsOf(order({ freeForm: { deep } }))).toEqual([
      expect.stringMatching(/^freeForm\.deep(\[0\])+ is nested deeper than 100 levels$/),
    ]);
  });
});

describe('reading a query', () => {
  it('reads numbers, booleans and lists, repeated or with commas', () => {
    expect(search({ at_least: '12', isOpen: 'false', statuses: 'A,B' }).value).toEqual({
      atLeast: 12,
      isOpen: false,
      statuses: ['A', 'B'],
    });
    expect(search({ statuses: ['A', 'B,C'] }).value?.statuses).toEqual(['A', 'B', 'C']);
  });

  it.each(['', ' 1', '0x10', '1e3', 'Infinity', '--1'])('takes %p for no number', (atLeast) => {
    expect(problemsOf(search({ atLeast }))).toEqual(['atLeast must be an integer number']);
  });

  it('refuses a repeated scalar', () => {
    expect(problemsOf(search({ atLeast: ['1', '2'] }))).toEqual(['atLeast must be given once']);
  });
});
