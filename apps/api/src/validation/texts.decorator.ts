import { ValidateBy } from 'class-validator';

/** The rule's name, by which a query is read member by member: `<field>.<key>=<text>`. */
export const HAS_TEXTS = 'hasTexts';

const longestText = 1_000;
const mostMembers = 20;

/** An object of at most 20 texts of up to 1,000 characters each. In a query each is given as `<field>.<key>=<text>`. */
export function HasTexts(): PropertyDecorator {
  return ValidateBy({
    name: HAS_TEXTS,
    constraints: [mostMembers],
    validator: {
      validate: (value: unknown) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
        const texts = Object.values(value);
        return (
          texts.length <= mostMembers && texts.every((text) => typeof text === 'string' && text.length <= longestText)
        );
      },
      defaultMessage: () => `must have at most ${mostMembers} members, each a text of up to ${longestText} characters`,
    },
  });
}
