// A mail server for trying things out: takes every mail from this machine, delivers none, prints each and shows them on a page.
// node scripts/mail-catcher.mjs [mail port] [page port]
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

const [mailPort = '1025', pagePort = '1080'] = process.argv.slice(2);
const host = '127.0.0.1';
const mostKept = 100;
/** Newest first, as they came. */
const mails = [];

const mailServer = new SMTPServer({
  authOptional: true,
  // It has no certificate that anybody would trust.
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username }, _session, done) => done(null, { user: username }),
  onData(stream, { envelope }, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const mail = Buffer.concat(chunks).toString();
      mails.unshift(mail);
      mails.length = Math.min(mails.length, mostKept);
      const to = envelope.rcptTo.map(({ address }) => address).join(', ');
      process.stdout.write(`\n--- ${new Date().toISOString()} mail to ${to}\n${mail}\n`);
      done();
    });
  },
});
mailServer.on('error', ({ message }) => process.stderr.write(`${message}\n`));

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const page = createServer((_request, response) => {
  const shown = mails.map((mail) => `<pre>${mail.replace(/[&<>]/g, (character) => escapes[character])}</pre>`);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', refresh: '3' });
  response.end(`<!doctype html><title>Caught mails</title><h1>Mails caught: ${mails.length}</h1>${shown.join('<hr>')}`);
});
for (const server of [mailServer.server, page]) {
  server.on('error', ({ message }) => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  });
}

mailServer.listen(Number(mailPort), host, () => {
  page.listen(Number(pagePort), host, () => {
    const { port } = mailServer.server.address();
    process.stdout.write(`mail goes to smtp://${host}:${port}, and is seen at http://${host}:${page.address().port}\n`);
  });
});
