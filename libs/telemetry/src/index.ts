/**
 * What a process tells about itself: log, metrics, health, and its place in a process tree.
 * Knows nothing of activities, tenants or SQL; whoever can be up or down registers its own check.
 */
export { HealthController } from './health.controller';
export { HealthModule } from './health.module';
export { LOGGER, type Logger } from './logger';
export { Metrics } from './metrics';
export { MetricsController } from './metrics.controller';
export { NestLogger } from './nest-logger';
export type { ReadyMessage } from './parent-process';
export { ReadinessChecks } from './readiness-checks';
export { PROCESS_NAME } from './process-name';
export { runProcess } from './run-process';
export { ageSeconds, seldom } from './seldom';
export { TelemetryModule } from './telemetry.module';
