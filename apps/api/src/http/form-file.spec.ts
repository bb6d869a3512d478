import { FormFile } from './form-file';

const type = 'multipart/form-data; boundary=x';
const part = (disposition: string, content: string) =>
  `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const file = (content: string, name = 'r.yaml') => part(`name="file"; filename="${name}"`, content);

async function read(text: string, pieceLength = 7) {
  const form = new FormFile(type);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceLength) form.write(bytes.subarray(at, at + pieceLength));
  const { name, bytes: content } = await form.end();
  return [name, content.toString()];
}

const refused = (message: string) => ({ code: 'VALIDATION_FAILED', message: `body ${message}` });

describe('the file of a form', () => {
  it('is taken in whatever pieces it comes, with fields beside it', async () => {
    const content = `rules: [${'á,'.repeat(40_000)}]`;
    const text = `${part('name="a"', '1')}${file(content)}--x--\r\n`;
    for (const length of [1, 7, 65_536]) expect(await read(text, length)).toEqual(['r.yaml', content]);
  });

  it.each([
    ['no file', `${part('name="a"', '1')}--x--\r\n`],
    ['two files', `${file('a')}${file('b')}--x--\r\n`],
  ])('is refused where there is %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject(refused('must have exactly one file'));
  });

  it.each([
    ['no form', 'rules: []'],
    ['a form that does not end', file('rules: []')],
    ['a part that does not end', '--x\r\ncontent-disposition: form-data; name="a"'],
  ])('is refused where there is %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject(refused('is not valid multipart/form-data'));
  });

  it('is refused without a boundary', () => {
    expect(() => new FormFile('multipart/form-data')).toThrow('is not valid');
  });

  it.each([
    ['fields', part('name="a"', '')],
    ['empty parts', '--x\r\n\r\n\r\n'],
    ['parts without a head', '--x\r\n'],
  ])('ends the reading at the twelfth of many %s', (_, tiny) => {
    const form = new FormFile(type);
    let written = 0;
    const write = () => {
      for (; written < 100_000; written += 1) form.write(Buffer.from(tiny));
    };
    expect(write).toThrow('at most 10 other fields');
    expect(written).toBeLessThan(20);
  });
});
