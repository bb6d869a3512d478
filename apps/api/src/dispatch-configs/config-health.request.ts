import { IsIn, IsOptional } from 'class-validator';

/** How far back attempts count. */
export const HEALTH_WINDOWS = { '5m': 300_000, '1h': 3_600_000, '24h': 86_400_000 } as const;
export type HealthWindow = keyof typeof HEALTH_WINDOWS;

export class ConfigHealthRequest {
  /** How far back attempts count, and to the beginning of the 5 minutes in which that is; `1h` unless told. */
  @IsOptional()
  @IsIn(Object.keys(HEALTH_WINDOWS))
  window?: HealthWindow;
}
