import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { DraftRulesRequest } from './draft.request';

export class BacktestRequest extends DraftRulesRequest {
  /** How many of the newest actions are judged; 200 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  sample?: number;
}
