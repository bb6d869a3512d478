import type { KeyRing } from './key-ring';
import { SealedSecretError } from './sealed-secret';

/** Where envelopes are stored, one a row, as whoever seals them declares it. */
export interface SealedColumn {
  table: string;
  /** The columns that name the row within its tenant, and that hold the envelope. */
  id: string;
  envelope: string;
  /** The associated data of a row’s envelope. */
  boundTo(tenantId: string, id: string): string;
}

/** An envelope where it is stored. */
export interface StoredEnvelope {
  envelope: string;
  associatedData: string;
  /** Whose it is, for people. */
  name: string;
  /** Puts `renewed` in the place of the envelope, unless that was changed meanwhile. @returns whether it did */
  replace(renewed: string): Promise<boolean>;
}

export interface ResealCounts {
  resealed: number;
  /** Changed by somebody else between reading and writing; the next run sees them. */
  changedMeanwhile: number;
  /** Names of what no key of the ring opens. */
  unreadable: string[];
}

/** Seals with the primary key what an older one has sealed, while everything runs: nothing is lost, whatever comes between. */
export async function resealAll(keyRing: KeyRing, stored: AsyncIterable<StoredEnvelope>): Promise<ResealCounts> {
  const counts: ResealCounts = { resealed: 0, changedMeanwhile: 0, unreadable: [] };
  for await (const one of stored) {
    const renewed = reseal(keyRing, one);
    if (renewed === null) counts.unreadable.push(one.name);
    else if (await one.replace(renewed)) counts.resealed += 1;
    else counts.changedMeanwhile += 1;
  }
  return counts;
}

function reseal(keyRing: KeyRing, { envelope, associatedData }: StoredEnvelope): string | null {
  try {
    return keyRing.seal(keyRing.open(envelope, associatedData), associatedData);
  } catch (error) {
    if (error instanceof SealedSecretError) return null;
    throw error;
  }
}
