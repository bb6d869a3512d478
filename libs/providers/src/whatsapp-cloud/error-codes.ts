import type { CodeClasses } from '../refusal';

/** Meta's `error.code`, of a refusal and of a status `failed`. The status of the answer and its titles say less. */
export const classes: CodeClasses = {
  RETRY: [1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131053, 131056, 131057, 131064, 133016],
  REJECTED: [
    ...[131008, 131009, 131021, 131026, 131047, 131049, 131050, 131051, 131052, 131062, 130472],
    ...[132000, 132005, 132008, 132012, 132018, 137000],
  ],
  MISCONFIGURED: [
    ...([
      0,
      3,
      10,
      33,
      100,
      190,
      [200, 299],
      368,
      130497,
      131005,
      131030,
      131031,
      131037,
      131042,
      131045,
      131063,
    ] as const),
    ...[132001, 132007, 132015, 132016],
  ],
};

/** Too many messages, from the account or number; the status of such an answer is often 400. */
export const ofAccount = new Set(['4', '80007', '130429', '131016', '131048', '131057', '131064', '133016']);

/** Too many messages to this recipient; others are none the worse for it. */
export const ofRecipient = new Set(['131056']);

const hours = 3_600_000;

/** How long to wait where the answer does not say, in ms. One message to a person is taken about every six seconds. */
export const waits: ReadonlyMap<string | null, number> = new Map([
  ['131048', 4 * hours],
  ['131064', 4 * hours],
  ['131056', 6_000],
]);

/**
 * Whoever said that they want no more messages. 131026, undeliverable, is not among them: besides a number that is not
 * on WhatsApp it also means terms that were not accepted yet and an app that is too old.
 */
export const blocked: ReadonlyMap<string | null, string> = new Map([['131050', 'OPTED_OUT']]);
