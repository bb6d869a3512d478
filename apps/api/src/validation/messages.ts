/** What class-validator says of these in words of its own is no sentence about the field. */
export const notBlank = { message: '$property must not be blank' };
export const noRepeats = { message: '$property must not name the same twice' };
export const aNumber = { message: '$property must be a number' };
export const notCountry = { message: '$property must be a country of ISO 3166-1 by its two letters in upper case' };
