import { ValidateBy } from 'class-validator';

/** The rule's name, by which a text is read as a list in a body too. */
export const COMMA_LIST = 'commaList';

/**
 * A list as filters have it: also one text with commas between its members, whether the filter is a query or in a body, so
 * that what is listed can be sent to be acted on as it is.
 */
export function IsCommaList(): PropertyDecorator {
  return ValidateBy({
    name: COMMA_LIST,
    validator: { validate: (value: unknown) => Array.isArray(value), defaultMessage: () => 'must be an array' },
  });
}
