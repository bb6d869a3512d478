import { normalUrl, originOf, parseTarget } from './target';

describe('the form in which a URL is checked, stored and used', () => {
  it.each([
    'http://127.0.0.1:4000',
    'https://api.example.com/v1/',
    'https://api.example.com/v1?key=a%20b',
    'https://api.example.com?key=1',
    'http://[2606:4700::1111]:8080/a',
    'https://api.example.com./v1',
    'https://exa_mple.com//a',
  ])('is %s as it was written', (url) => {
    expect(normalUrl(url)).toEqual({ url });
  });

  it.each([' https://a.example/v1\t', '\ufeffhttps://a.example/v1\u00a0\u200b\r\n'])(
    'leaves out what cannot be seen around it, as in %j',
    (text) => expect(normalUrl(text)).toEqual({ url: 'https://a.example/v1' }),
  );

  it.each([
    ['HTTPS://A.Example:443/V1', 'https://a.example/V1'],
    ['http://bücher.example:080', 'http://xn--bcher-kva.example'],
    ['http://１２７.1:4000/', 'http://127.0.0.1:4000/'],
    ['http://%31%32%37.0x1', 'http://127.0.0.1'],
    ['http:\\\\a.example\\v1', 'http://a.example/v1'],
    ['http:a.example/v1', 'http://a.example/v1'],
    ['http://:@a.example/v1', 'http://a.example/v1'],
    ['http://a.example/x/../ñ{}?q="#', 'http://a.example/%C3%B1%7B%7D?q=%22'],
  ])('is for %j %s, which leads there and stays so', (text, url) => {
    expect(normalUrl(text)).toEqual({ url });
    expect(normalUrl(url)).toEqual({ url });
    expect(parseTarget(url)).toEqual(parseTarget(text));
  });

  it.each([
    ['https://a.example/v 1', 'invisible'],
    ['https://a.exam\u200bple/', 'invisible'],
    ['https://user@a.example/', 'user name'],
    ['https://:secret@a.example/', 'password'],
    ['https://a.example/#/v1', 'fragment'],
    ['https://a.example:0/', 'port 0'],
    ['https://a..example/', 'can exist'],
    ['http://.', 'can exist'],
    [`https://${'a'.repeat(64)}.example/`, 'can exist'],
    [`https://${'abcd.'.repeat(51)}/`, 'can exist'],
    ['https://a.example:65536/', 'http or https'],
    ['http://[fe80::1%25eth0]/', 'http or https'],
    ['//a.example/', 'http or https'],
    ['ftp://a.example/', 'http or https'],
    ['', 'http or https'],
  ])('there is none of %j', (text, problem) => {
    expect(normalUrl(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});

describe('the form of a mail server’s URL', () => {
  const schemes = ['smtp', 'smtps'] as const;

  it.each([
    ['smtp://mail.example', 'smtp://mail.example', 587],
    ['smtp://mail.example:587/', 'smtp://mail.example', 587],
    ['SMTPS://Mail.Example:465', 'smtps://mail.example', 465],
    ['smtp://mail.example:465', 'smtp://mail.example:465', 465],
    ['smtp://mail.example:80', 'smtp://mail.example:80', 80],
    ['smtp://bücher.example:0025', 'smtp://xn--bcher-kva.example:25', 25],
    ['smtp://0x7f.1:2525', 'smtp://127.0.0.1:2525', 2525],
    ['smtp://[2606:4700::1111]', 'smtp://[2606:4700::1111]', 587],
  ])('is for %s %s', (text, url, port) => {
    expect(normalUrl(text, schemes)).toEqual({ url });
    expect(normalUrl(url, schemes)).toEqual({ url });
    expect(parseTarget(url)).toMatchObject({ origin: url, port });
    expect(originOf(text)).toBe(url);
  });

  it.each([
    ['http://mail.example', 'smtp or smtps'],
    ['smtp:mail.example', 'smtp or smtps'],
    ['smtp://', 'smtp or smtps'],
    ['smtp://user@mail.example', 'user name'],
    ['smtp://mail.example/in', 'host and a port'],
    ['smtp://mail.example?x=1', 'host and a port'],
    ['smtp://mail.example#x', 'fragment'],
    ['smtp://mail.example:0', 'port 0'],
    ['smtp://mail..example', 'can exist'],
  ])('there is none of %j', (text, problem) => {
    expect(normalUrl(text, schemes)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
