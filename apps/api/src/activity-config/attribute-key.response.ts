import type { AttributeKey } from '@errand/resolution';

export class AttributeKeyResponse {
  key: string;
  label: string;
  description: string | null;
  createdAt: Date;
  updatedAt: Date;

  static of({ key, label, description, createdAt, updatedAt }: AttributeKey): AttributeKeyResponse {
    return { key, label, description, createdAt, updatedAt };
  }
}
