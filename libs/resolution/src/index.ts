/**
 * Finds whom an activity addresses and what it carries, by the settings of its tenant. Knows those settings, reads master
 * data and what was sent before, and asks internal services and the tenants' hooks; it writes nothing but the settings.
 * Must not know how activities are stored, claimed or sent.
 */
export type { Attribute, AttributeInput } from './attributes/attribute-plan';
export { failureOf, type ResolutionFailure } from './failure';
export { sealedHookSecrets } from './hooks/hook-secrets.service';
export { ResolutionModule } from './resolution.module';
export { type Resolvable, type Resolved, Resolver } from './resolver.service';
export { AttributeKey } from './settings/attribute-key.entity';
export { AttributeKeysService } from './settings/attribute-keys.service';
export { AttributePoliciesService } from './settings/attribute-policies.service';
export { AttributePolicy } from './settings/attribute-policy.entity';
export { type TargetCriterion, TargetResolutionConfig } from './settings/target-resolution-config.entity';
export { TargetResolutionConfigsService } from './settings/target-resolution-configs.service';
export type { OperatorFacts } from './sql/internal-services.sql';
export type { CommerceReference } from './subject';
export type { TargetUser } from './targets/choose-target-users';
