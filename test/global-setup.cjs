const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Client } = require('pg');

/**
 * One server for the whole run: TEST_DATABASE_URL if set (its user must be allowed to create databases and roles), else a
 * new one in a temporary directory. The migrated template is cloned by each test file that needs a database. The processes
 * under test work as a role that is neither its owner nor a superuser.
 */
module.exports = async function globalSetup() {
  require('../scripts/ensure-built.cjs'); // the tests run the build
  const { EmbeddedPostgres, runMigrations } = require('../dist/libs/database/src');
  const { appendOnly, migrations } = require('../dist/migrations');
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-test-'));
    fs.chmodSync(folder, 0o755); // PostgreSQL may have to run as another user
    const server = await EmbeddedPostgres.start({ dataDir: path.join(folder, 'postgres'), durable: false });
    globalThis.errandTestServer = { server, folder };
    url = server.url;
  }
  process.env.ERRAND_TEST_SERVER_URL = url;
  const template = `errand_template_${process.pid}`;
  process.env.ERRAND_TEST_TEMPLATE = template;
  const app = `errand_app_${process.pid}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.query(`CREATE ROLE ${app} LOGIN PASSWORD '${app}'`);
  await client.end();
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  const appUrl = Object.assign(new URL(templateUrl), { username: app, password: app }).href;
  process.env.ERRAND_TEST_APP_URL = appUrl;
  await runMigrations(templateUrl.href, migrations, { url: appUrl, appendOnly });
};
