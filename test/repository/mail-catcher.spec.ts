import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createTransport } from 'nodemailer';

let catcher: ChildProcess;
let said = '';
beforeAll(async () => {
  const script = path.join(__dirname, '../../scripts/mail-catcher.mjs');
  catcher = spawn(process.execPath, [script, '0', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  catcher.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await saying('is seen at http://');
});
afterAll(async () => {
  const closed = once(catcher, 'close');
  catcher.kill('SIGTERM');
  await closed;
});

async function saying(text: string): Promise<void> {
  while (!said.includes(text)) await once(catcher.stdout as NodeJS.ReadableStream, 'data');
}

describe('npm run mail:catch', () => {
  it('takes a mail, prints it, and shows it as text on its page', async () => {
    const [mailUrl = '', pageUrl = ''] = said.match(/\w+:\/\/127\.0\.0\.1:\d+/g) ?? [];
    // Whoever asks for a login gets one, whatever it is.
    const transport = createTransport({ url: mailUrl, auth: { user: 'anybody', pass: 'anything' } });
    const mail = {
      from: 'shop@store.example',
      to: 'ana@store.example',
      subject: 'Hello',
      text: '<script>1 & 2</script>',
    };
    await transport.sendMail(mail);
    transport.close();
    await saying('<script>1 & 2</script>');
    expect(said).toMatch(/^--- \S+ mail to ana@store\.example$/m);
    expect(said).toMatch(/^Subject: Hello\r?$/m);
    const page = await (await fetch(pageUrl)).text();
    expect(page).toContain('<h1>Mails caught: 1</h1>');
    expect(page).toContain('&lt;script&gt;1 &amp; 2&lt;/script&gt;');
    expect(page).not.toContain('<script>');
  });
});
