const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Client } = require('pg');

/**
 * One server for the whole run: TEST_DATABASE_URL if set (its user must be allowed to create databases), else a new
 * one in a temporary directory. The migrated template is cloned by each test file that needs a database.
 */
module.exports = async function globalSetup() {
  require('../scripts/ensure-built.cjs'); // the tests run the build
  const { EmbeddedPostgres, runMigrations } = require('../dist/libs/database/src');
  const { migrations } = require('../dist/migrations');
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
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await runMigrations(templateUrl.href, migrations);
};
