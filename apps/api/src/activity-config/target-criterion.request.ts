import type { TargetCriterion } from '@errand/resolution';
import {
  COMMERCE_USER_ROLES,
  type CommerceUserRole,
  TARGET_CRITERIA,
  type TargetCriterionType,
} from '@errand/vocabulary';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';

/** Named, since the OpenAPI plugin leaves out a field with `-1_000_000` in its rules. */
export const lowestPriority = -1_000_000;
export const highestPriority = 1_000_000;

export class TargetCriterionConfigRequest {
  /** Whom ROLE_MATCH looks for. */
  @IsOptional()
  @IsIn(COMMERCE_USER_ROLES)
  role?: CommerceUserRole;

  /** How far LAST_CONTACTED_… looks back; for ever unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  withinDays?: number;
}

export class TargetCriterionRequest {
  @IsIn(TARGET_CRITERIA)
  type: TargetCriterionType;

  /** ROLE_MATCH: `{role}`; LAST_CONTACTED_…: `{withinDays}` or nothing. */
  @FitsCriterionType()
  @ValidateNested()
  @Type(() => TargetCriterionConfigRequest)
  config?: TargetCriterionConfigRequest;

  /** Lower first; the place in the list unless told. */
  @IsOptional()
  @IsInt()
  @Min(lowestPriority)
  @Max(highestPriority)
  priority?: number;
}

/** The criteria as they are stored. */
export function targetCriteriaOf(requests: TargetCriterionRequest[]): TargetCriterion[] {
  return requests.map(({ type, config, priority }, index) => {
    const { role, withinDays } = config ?? {};
    const said = { ...(role !== undefined && { role }), ...(withinDays !== undefined && { withinDays }) };
    return { type, config: said, priority: priority ?? index };
  });
}

function FitsCriterionType(): PropertyDecorator {
  const problemOf = (config: unknown, args?: ValidationArguments) => {
    const { role, withinDays } = (config ?? {}) as TargetCriterionConfigRequest;
    const hasRole = role !== undefined;
    const needsRole = (args?.object as TargetCriterionRequest).type === 'ROLE_MATCH';
    if (needsRole && !hasRole) return 'must be {role} for ROLE_MATCH';
    if (hasRole && !needsRole) return 'takes a role for ROLE_MATCH only';
    return needsRole && withinDays !== undefined ? 'takes withinDays for LAST_CONTACTED_… only' : undefined;
  };
  return ValidateBy({
    name: 'fitsCriterionType',
    validator: {
      validate: (config, args) => problemOf(config, args) === undefined,
      defaultMessage: (args) => `$property ${problemOf(args?.value, args) ?? ''}`,
    },
  });
}
