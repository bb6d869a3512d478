import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const ground = ['config', 'telemetry', 'vocabulary'];
const domain = [...ground, 'errors'];

/** Import direction: what each library may import of the others, always by its alias. Apps may import every one. */
const mayImport = {
  vocabulary: [],
  json: [],
  templates: ['json'],
  contacts: ['vocabulary'],
  config: [],
  errors: ['vocabulary'],
  telemetry: ['config'],
  http: ['config', 'errors'],
  crypto: ground,
  database: ground,
  outbound: ground,
  audit: [...ground, 'database'],
  quotas: [...domain, 'database'],
  // webhooks: whoever blocks a contact writes the outbox in the same transaction.
  'master-data': [...domain, 'database', 'json', 'contacts', 'quotas', 'audit', 'webhooks'],
  // outbound: the slots that bound what a tenant has running.
  rules: [...domain, 'database', 'outbound', 'json', 'quotas', 'audit'],
  tenants: [...domain, 'database', 'crypto', 'quotas', 'audit'],
  statistics: [...domain, 'database'],
  providers: [...domain, 'outbound', 'json', 'contacts', 'templates'],
  webhooks: [...domain, 'database', 'json', 'outbound', 'crypto', 'quotas', 'audit'],
  // crypto: the secrets that sign attribute hooks are sealed like credentials.
  resolution: [...domain, 'database', 'outbound', 'contacts', 'crypto', 'json', 'quotas', 'audit'],
  // webhooks: whoever changes a status writes the outbox in the same statement.
  activities: [...domain, 'database', 'json', 'contacts', 'webhooks', 'resolution', 'audit'],
  // outbound: to tell a signature that is wrong from one that cannot be checked now.
  callbacks: [
    ...[...domain, 'database', 'json', 'outbound', 'crypto'],
    ...['tenants', 'providers', 'activities', 'master-data'],
  ],
  dispatch: [
    ...[...domain, 'database', 'outbound', 'contacts', 'crypto'],
    ...['tenants', 'providers', 'activities', 'master-data', 'webhooks', 'callbacks'],
  ],
  actions: [...domain, 'database', 'json', 'tenants', 'rules', 'activities', 'dispatch'],
  recurring: [...domain, 'database', 'tenants', 'activities', 'actions', 'quotas', 'audit'],
};

const anything = '[a-z-]+';
const noInside = { regex: '^@errand/[^/]+/', message: 'Import what the library’s index.ts exports.' };

/** Rules for the files of one library or app. How far `../` may reach depends on how deep the file lies. */
function confine(folder, allowed, outside, suffix = '.ts') {
  return [0, 1, 2, 3, 4].map((depth) => {
    const patterns = [
      noInside,
      {
        regex: `^@errand/(?!(${allowed.join('|')})$)`,
        message: `The table in eslint.config.mjs refuses this to ${folder}.`,
      },
      { regex: `^(\\.\\./){${depth + 1}}${outside}`, message: `A relative import must not leave ${folder}/src.` },
    ];
    return {
      files: [`${folder}/src/${'*/'.repeat(depth)}*${suffix}`],
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
    };
  });
}

const importDirection = [
  ...Object.entries(mayImport).flatMap(([library, allowed]) => confine(`libs/${library}`, allowed, '')),
  // The list of migrations is given to the runner by whoever runs it.
  ...['api', 'dispatcher'].flatMap((app) => confine(`apps/${app}`, [anything], '(?!\\.\\./\\.\\./migrations$)')),
  // The import command takes items by the rules of the api's /sync.
  ...confine('apps/cli', [anything], '(?!\\.\\./\\.\\./migrations$|\\.\\./api/src/sync/)'),
  ...confine('examples/acme-provider', [], ''),
  ...confine('clients/typescript', [], ''),
  // The example passes the conformance suite too.
  ...confine('libs/providers', mayImport.providers, '(?!\\.\\./\\.\\./examples/)', '.spec.ts'),
];

const banned = (name) => ({
  selector: `Identifier[name='${name}']`,
  message: `${name} hides a cycle or a dependency.`,
});

/** What a reader sees is in `i18n/`, in each language. */
const rawText = {
  selector: 'JSXText[value=/[A-Za-z]{2}/]',
  message: 'Say it in apps/console/src/i18n, in each language.',
};

export default tseslint.config(
  { ignores: ['**/dist', 'node_modules', 'coverage', '.errand', '**/*.generated.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noInside] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A function that must answer a promise may be async so that what it throws is a rejection.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'URL',
          property: 'canParse',
          message: 'It refuses `ü` after some thousand calls: parsedUrl does not.',
        },
      ],
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      'no-restricted-syntax': [
        'error',
        banned('forwardRef'),
        banned('ModuleRef'),
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
      ],
    },
  },
  importDirection,
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: './apps/console/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-restricted-syntax': ['error', rawText],
      // Routes are left by throwing where they lead instead.
      '@typescript-eslint/only-throw-error': 'off',
      // The client of the api has no compiled form that the page could import.
      '@typescript-eslint/no-restricted-imports': 'off',
    },
  },
  // Test doors are objects whose functions are passed on.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: { process: 'readonly', URL: 'readonly', Buffer: 'readonly', AbortController: 'readonly' },
    },
  },
  { files: ['**/*.js', '**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly' } } },
  prettier,
);
