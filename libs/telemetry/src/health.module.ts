import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

/** `/health/live`, `/health/ready` and `/metrics`, the same in every process. Needs TelemetryModule. */
@Module({ controllers: [HealthController, MetricsController] })
export class HealthModule {}
