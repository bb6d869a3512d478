/** What class-validator says of these in words of its own is no sentence about the field. */
export const notBlank = { message: '$property must not be blank' };
export const noRepeats = { message: '$property must not name the same twice' };
export const aNumber = { message: '$property must be a number' };
