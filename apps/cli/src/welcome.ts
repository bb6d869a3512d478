/** Where everything is, one per line. */
export function urlsText(apiUrl: string, dispatcherUrl: string): string {
  return `
  API          ${apiUrl}/api
  Swagger UI   ${apiUrl}/api/docs
  Health       ${apiUrl}/health/ready and ${dispatcherUrl}/health/ready
  Metrics      ${apiUrl}/metrics and ${dispatcherUrl}/metrics
`;
}

/** The demo key, and two commands to paste: one creates an activity, one shows what became of it. */
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
  return `  Demo key     ${demoKey} (tenant demo)

  Create an activity, which the MOCK provider accepts at once, then see what became of it:

curl -sS ${apiUrl}/api/activities -H 'x-api-key: ${demoKey}' -H 'content-type: application/json' -d '${body}'

curl -sS '${apiUrl}/api/activities?perPage=1' -H 'x-api-key: ${demoKey}'
`;
}
