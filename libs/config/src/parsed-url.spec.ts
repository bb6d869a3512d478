import { parsedUrl } from './parsed-url';

it('is read alike however often one was read before', () => {
  const read = Array.from({ length: 30_000 }, () => parsedUrl('http://bücher.example:080')?.href);
  expect(new Set(read)).toEqual(new Set(['http://xn--bcher-kva.example/']));
});

it.each(['', 'bücher.example', 'http://', 'http://a..example:65536/'])('is none from %j', (text) =>
  expect(parsedUrl(text)).toBeUndefined(),
);
