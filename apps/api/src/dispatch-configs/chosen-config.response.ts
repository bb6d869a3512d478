import { CHOICE_REASONS, type ChoiceReason } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

/** The dispatch config that is used, and why it is that one. */
export class ChosenConfigResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** @example yom-visits */
  name: string;

  /**
   * PINNED: it may be sent by this one only. PRIORITY: of the active configs of the channel it has the lowest priority
   * number, and is the oldest of those. FAILOVER: those before it are down or misconfigured. Null for what was sent, of
   * which the reason is not kept unless it was PINNED.
   */
  @ApiProperty({ enum: CHOICE_REASONS, nullable: true })
  reason: ChoiceReason | null;
}
