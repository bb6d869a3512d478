import { ACTOR_KINDS, type ActorKind, AUDIT_OUTCOMES, type AuditFilter, type AuditOutcome } from '@errand/audit';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageRequest } from '../lists/page.request';
import { IsTimestamp } from '../validation/timestamp.decorator';

export class AuditQuery extends PageRequest implements AuditFilter {
  /** From this time on. */
  @IsOptional()
  @IsTimestamp()
  from?: Date;

  /** Up to this time. */
  @IsOptional()
  @IsTimestamp()
  to?: Date;

  /** `key:` and the visible prefix of a key, `platform`, `system` … */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  actor?: string;

  /** Of this kind of actor. */
  @ApiPropertyOptional({ enum: ACTOR_KINDS })
  @IsOptional()
  @IsIn(ACTOR_KINDS)
  actorKind?: ActorKind;

  /** From this IP address. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  address?: string;

  /** What was done, such as `dispatch_config.changed`; or all that was done to one kind of subject: `dispatch_config`. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(/^[a-z_]+(\.[a-z_]+)?$/, { message: '$property must be <subject>.<verb>, or a subject' })
  action?: string;

  /** What was done to one kind of subject, such as `webhook`. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  subjectType?: string;

  /** What was done to one thing: its id, or the key or code it goes by. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  subjectId?: string;

  /** Changes, or attempts that were refused. */
  @ApiPropertyOptional({ enum: AUDIT_OUTCOMES })
  @IsOptional()
  @IsIn(AUDIT_OUTCOMES)
  outcome?: AuditOutcome;

  /** All that one request did. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  requestId?: string;
}
