const fs = require('node:fs');
const { Client } = require('pg');

module.exports = async function globalTeardown() {
  if (globalThis.errandTestServer) {
    const { server, folder } = globalThis.errandTestServer;
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
    return;
  }
  const client = new Client({ connectionString: process.env.ERRAND_TEST_SERVER_URL });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.ERRAND_TEST_TEMPLATE} WITH (FORCE)`);
  await client.query(`DROP ROLE IF EXISTS ${new URL(process.env.ERRAND_TEST_APP_URL).username}`);
  await client.end();
};
