import { ACTOR_KINDS, type ActorKind, AUDIT_OUTCOMES, type AuditEntry, type AuditOutcome } from '@errand/audit';
import { ApiProperty } from '@nestjs/swagger';

export class AuditEntryResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  at: Date;

  /**
   * `key:` and the visible prefix of the key, `platform`, `system`, `command line`; `unknown` without a key.
   * @example "key:erk_a1B2c3"
   */
  actor: string;

  @ApiProperty({ enum: ACTOR_KINDS })
  actorKind: ActorKind;

  /** The IP address that the request came from. */
  @ApiProperty({ type: 'string', nullable: true })
  address: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  requestId: string | null;

  /**
   * `<subject>.<verb>`
   * @example dispatch_config.changed
   */
  action: string;

  /** @example dispatch_config */
  subjectType: string;

  /** Null where it is no single thing. */
  @ApiProperty({ type: 'string', nullable: true })
  subjectId: string | null;

  /** What it was: of a change the fields that differ, of what is gone all. Secrets are `set` or `changed`. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Record<string, unknown> | null;

  /** What it is. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  after: Record<string, unknown> | null;

  @ApiProperty({ enum: AUDIT_OUTCOMES })
  outcome: AuditOutcome;

  static of(entry: AuditEntry): AuditEntryResponse {
    const { id, at, actor, actorKind, address, requestId } = entry;
    const { action, subjectType, subjectId, before, after, outcome } = entry;
    return { id, at, actor, actorKind, address, requestId, action, subjectType, subjectId, before, after, outcome };
  }
}
