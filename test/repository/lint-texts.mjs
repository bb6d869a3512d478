// Lints texts as if they were the named files and prints, for each, the messages about imports. A process of its own,
// since ESLint loads its configuration as an ES module, which jest cannot. Input: JSON [{ file, text }] on stdin.
import fs from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], languageOptions: { parserOptions: { project: false } } },
  ],
  ruleFilter: ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
});

const messages = [];
for (const { file, text } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  const results = await eslint.lintText(text, { filePath: file });
  messages.push(results.flatMap((result) => result.messages.map(({ line, message }) => ({ line, message }))));
}
process.stdout.write(JSON.stringify(messages));
