import { SegmentedMessage } from 'sms-segments-calculator';

/** How an SMS is cut and paid. */
export interface Segments {
  /** One character outside GSM-7 makes the whole message UCS-2: 70 or 67 characters a part in place of 160 or 153. */
  encoding: 'GSM-7' | 'UCS-2';
  count: number;
  /** The characters that are not GSM-7, each once. */
  nonGsm: string[];
}

export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text);
  const nonGsm = [...new Set(message.getNonGsmCharacters())];
  return { encoding: nonGsm.length === 0 ? 'GSM-7' : 'UCS-2', count: message.segmentsCount, nonGsm };
}
