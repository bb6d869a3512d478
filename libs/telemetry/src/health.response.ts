import { ApiProperty } from '@nestjs/swagger';

const checksSchema = {
  type: 'object' as const,
  additionalProperties: { type: 'string', enum: ['up', 'down'] },
};

export class LiveResponse {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

export class ReadyResponse {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';

  @ApiProperty({ ...checksSchema, example: { database: 'up' } })
  checks: Record<string, 'up' | 'down'>;

  @ApiProperty({
    type: [String],
    required: false,
    description: 'What an operator should know, such as a feature that is switched off.',
  })
  notes?: string[];
}

/** An error as everywhere in the API, with the checks that say why. */
export class NotReadyResponse {
  @ApiProperty({ enum: ['unavailable'] })
  status: 'unavailable';

  @ApiProperty({ ...checksSchema, example: { database: 'down' } })
  checks: Record<string, 'up' | 'down'>;

  @ApiProperty({ example: 503 })
  statusCode: number;

  @ApiProperty({ example: 'Service Unavailable' })
  error: string;

  @ApiProperty({ example: 'not ready: database' })
  message: string;

  @ApiProperty({ example: 'NOT_READY' })
  code: string;

  @ApiProperty({ example: 'req-1' })
  requestId: string;
}
