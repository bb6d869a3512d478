/** What `package.json` says; a test holds the two together. */
export const productVersion = '0.2.0';
