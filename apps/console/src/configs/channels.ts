import type { Channel, ConfigHealth, TestRecipient } from '../api';

export const channels: Channel[] = ['SALESMAN', 'CALLCENTER', 'WHATSAPP', 'EMAIL', 'SMS', 'PUSH'];

/** The kinds of address that a channel reaches. */
export const addressesOf: Record<Channel, TestRecipient['type'][]> = {
  SALESMAN: ['OTHER'],
  CALLCENTER: ['PHONE', 'WHATSAPP'],
  WHATSAPP: ['WHATSAPP', 'PHONE'],
  EMAIL: ['EMAIL'],
  SMS: ['PHONE', 'WHATSAPP'],
  PUSH: ['PUSH_TOKEN'],
};

/** Undefined where nothing was tried. */
export function failedShare({ attempts, failures }: ConfigHealth, language: string): string | undefined {
  if (attempts === 0) return undefined;
  return (failures / attempts).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
}
