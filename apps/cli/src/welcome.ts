/**
 * Where everything is, one per line, the page for people first.
 * @param signInCode signs whoever follows the link in, once; undefined: they sign in with a key
 * @param providerUrl the simulated provider of the demo; undefined: there is no demo tenant
 */
export function urlsText(
  apiUrl: string,
  dispatcherUrl: string,
  signInCode: string | undefined,
  providerUrl: string | undefined,
): string {
  const simulated =
    providerUrl === undefined ? '' : `  Simulator    ${providerUrl} (the provider of the demo: what it was sent)\n`;
  return `
  Console      ${apiUrl}/console/${signInCode === undefined ? '' : `#code=${signInCode}`}
  API          ${apiUrl}/api
  Swagger UI   ${apiUrl}/api/docs
  Health       ${apiUrl}/health/ready and ${dispatcherUrl}/health/ready
  Metrics      ${apiUrl}/metrics and ${dispatcherUrl}/metrics
${simulated}`;
}

/**
 * The keys there are.
 * @param platformKey undefined: the operator’s own, which is not repeated
 * @param demoKey undefined: there is no demo tenant
 */
export function keysText(platformKey: string | undefined, demoKey: string | undefined): string {
  const platform = platformKey ?? 'yours, of ADMIN_API_KEY';
  const lines = [`  Platform key ${platform} (makes tenants, and acts in one with x-tenant-id)`];
  if (demoKey !== undefined) lines.push(`  Demo key     ${demoKey} (tenant demo)`);
  return `${lines.join('\n')}\n`;
}

/** Two commands to paste: one creates an activity, one shows what became of it. */
export function demoText(apiUrl: string, demoKey: string): string {
  const activity = {
    type: 'MESSAGE',
    channel: 'WHATSAPP',
    reason: 'send_reminder',
    commerceExternalId: 'STORE-1',
    idempotencyKey: 'UNIQUE',
    scheduledAt: '2026-01-01T00:00:00Z',
  };
  // The shell puts the time in, so that each paste makes a new activity.
  const body = JSON.stringify(activity).replace('UNIQUE', `demo-'"$(date +%s%N)"'`);
  return `  Create an activity, which the MOCK provider accepts at once, then see what became of it:

curl -sS ${apiUrl}/api/activities -H 'x-api-key: ${demoKey}' -H 'content-type: application/json' -d '${body}'

curl -sS '${apiUrl}/api/activities?perPage=1' -H 'x-api-key: ${demoKey}'
`;
}
