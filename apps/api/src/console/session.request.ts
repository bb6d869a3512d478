import { IsOptional, IsString, Length } from 'class-validator';

export class SessionRequest {
  /**
   * An API key, or the platform key.
   * @example erk_…
   */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  key?: string;

  /** In its place: the code of the link that `npm start` prints. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  code?: string;
}
