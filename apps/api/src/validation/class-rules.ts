import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';

/** One rule of one field, as class-validator keeps it. */
export type Rule = ValidationMetadata;

/** All rules of a class, its parents' too. With `typeOf` the only look into how the two libraries keep their metadata. */
export function rulesOf(type: object): Rule[] {
  return getMetadataStorage().getTargetValidationMetadatas(type as () => void, '', false, false);
}

/** What checks values by a rule of its own name. */
export function validatorsOf({ constraintCls }: Rule) {
  return getMetadataStorage().getTargetValidatorConstraints(constraintCls);
}

/** What `@Type()` names for a field, else what the compiler saw declared. */
export function typeOf(type: { prototype: unknown }, field: string): unknown {
  const declared: unknown = Reflect.getMetadata('design:type', type.prototype as object, field);
  return defaultMetadataStorage.findTypeMetadata(type, field)?.typeFunction() ?? declared;
}
