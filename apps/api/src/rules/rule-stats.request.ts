import { IsDefined } from 'class-validator';
import { IsTimestamp } from '../validation/timestamp.decorator';

export class RuleStatsRequest {
  /** Counted by the hour: the hour in which this is counts whole. */
  @IsDefined()
  @IsTimestamp()
  from: Date;

  /** Up to this time; the hour in which this is counts whole. */
  @IsDefined()
  @IsTimestamp()
  to: Date;
}
