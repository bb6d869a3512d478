import { groupBy } from '@errand/database';
import { type ValidationArguments, ValidationTypes } from 'class-validator';
import { type Rule, rulesOf, validatorsOf } from './class-rules';

/** Whether a value passes one rule of a field. */
type Check = (value: unknown, owner: object) => boolean;

interface FieldRules {
  name: string;
  /** Unless all of them hold, the field is not looked at. */
  conditions: ((owner: object, value: unknown) => boolean)[];
  checks: Check[];
}

const rules = new WeakMap<object, FieldRules[]>();

/**
 * Whether `validateSync` would find nothing wrong with an instance of a request class, by the same rules. It collects
 * the metadata anew for each object and makes an error for each field before it looks: a fifth of the processor time of
 * a bulk create. Says no where it is not sure.
 */
export function obeysRules(instance: object): boolean {
  return compiledOf(instance).every(({ name, conditions, checks }) => {
    const value = (instance as Record<string, unknown>)[name];
    return !conditions.every((holds) => holds(instance, value)) || checks.every((passes) => passes(value, instance));
  });
}

function compiledOf({ constructor }: object): FieldRules[] {
  const known = rules.get(constructor);
  if (known) return known;
  const byField = groupBy(rulesOf(constructor), ({ propertyName }) => propertyName);
  const compiled = [...byField].map(([name, ofField]) => fieldRules(name, ofField));
  rules.set(constructor, compiled);
  return compiled;
}

function fieldRules(name: string, metadata: Rule[]): FieldRules {
  const isCondition = ({ type }: Rule) => type === ValidationTypes.CONDITIONAL_VALIDATION;
  return {
    name,
    conditions: metadata
      .filter(isCondition)
      .map(({ constraints }) => (constraints as FieldRules['conditions'])[0] ?? (() => true)),
    checks: metadata.filter((rule) => !isCondition(rule)).flatMap(checksOf),
  };
}

function checksOf(rule: Rule): Check[] {
  switch (rule.type) {
    case ValidationTypes.IS_DEFINED:
    case ValidationTypes.CUSTOM_VALIDATION:
      return constraintChecks(rule);
    case ValidationTypes.NESTED_VALIDATION:
      return [obeysNested];
    case ValidationTypes.WHITELIST:
      return [];
    default:
      return [() => false];
  }
}

function constraintChecks(rule: Rule): Check[] {
  const { constraints, each, validateIf, propertyName: property } = rule;
  return validatorsOf(rule).map(({ instance, async }): Check => {
    if (async) return () => false;
    return (value, object) => {
      if (validateIf && !validateIf(object, value)) return true;
      const args: ValidationArguments = { targetName: object.constructor.name, property, object, value, constraints };
      // A promise is no answer yet.
      const passes = (item: unknown) => instance.validate(item, args) === true;
      return each && Array.isArray(value) ? value.every(passes) : passes(value);
    };
  });
}

function obeysNested(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every(obeysNested);
  return value instanceof Object && obeysRules(value);
}
