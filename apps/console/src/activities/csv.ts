import type { Activity } from '../api';

const columns = {
  id: ({ id }) => id,
  key: ({ idempotencyKey }) => idempotencyKey,
  status: ({ status }) => status,
  type: ({ type }) => type,
  channel: ({ channel }) => channel,
  reason: ({ reason }) => reason,
  store: ({ commerceAssignment }) => commerceAssignment?.commerce.externalId,
  storeName: ({ commerceAssignment }) => commerceAssignment?.commerce.name,
  provider: ({ provider }) => provider,
  providerActivityId: ({ providerActivityId }) => providerActivityId,
  attempts: ({ dispatchAttemptCount }) => String(dispatchAttemptCount),
  errorCode: ({ lastError }) => lastError?.code,
  errorMessage: ({ lastError }) => lastError?.message,
  createdAt: ({ createdAt }) => createdAt,
  scheduledAt: ({ scheduledAt }) => scheduledAt,
  dispatchedAt: ({ dispatchedAt }) => dispatchedAt,
  finishedAt: ({ finishedAt }) => finishedAt,
} satisfies Record<string, (activity: Activity) => string | null | undefined>;

/** RFC 4180, times in UTC; with a mark of UTF-8, which spreadsheets need to read accents. */
export function csvOf(activities: Activity[]): string {
  const lines = activities.map((activity) => Object.values(columns).map((column) => cellOf(column(activity) ?? '')));
  return `\uFEFF${[Object.keys(columns), ...lines].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula and runs it; after an apostrophe it is text. */
const formula = /^[=+\-@\t\r]/;

function cellOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
