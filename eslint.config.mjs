import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Which module may import which: docs/architecture.md says why. */
const modules = {
  protocol: [],
  exposition: [],
  catalogue: ['protocol', 'exposition'],
  database: [],
  http: [],
  connections: ['protocol', 'database', 'http'],
  collector: ['protocol', 'catalogue', 'exposition', 'connections'],
  live: ['protocol', 'catalogue', 'exposition', 'database', 'http', 'connections', 'collector'],
  metrics: ['exposition', 'catalogue', 'connections', 'http'],
  simulator: ['protocol'],
  'api-client': [],
  server: ['protocol', 'catalogue', 'exposition', 'database', 'http', 'connections', 'collector', 'live', 'metrics'],
  dashboard: ['api-client'],
  'simulator-cli': ['simulator'],
  e2e: ['simulator'],
};

/** Tests alone may also start pretend devices. */
const testing = ['simulator'];

const boundaries = (allowedEverywhere) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    // The version of the program is that of the package.
    allow: ['../../../package.json'],
    depConstraints: Object.entries(modules).map(([name, imports]) => ({
      sourceTag: `scope:${name}`,
      onlyDependOnLibsWithTags: [name, ...imports, ...allowedEverywhere].map((each) => `scope:${each}`),
    })),
  },
];

const forbid = (...names) => ({
  'no-restricted-imports': [
    'error',
    { patterns: names.map((name) => ({ group: [name], message: 'Not allowed in this module.' })) },
  ],
});

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/.angular',
      '**/.nx',
      '**/coverage',
      'libs/api-client/src/generated',
      '**/test-results',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([]),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.spec.ts', '**/testing/**/*.ts'], rules: { '@nx/enforce-module-boundaries': boundaries(testing) } },
  {
    files: ['libs/protocol/**/*.ts', 'libs/catalogue/**/*.ts', 'libs/exposition/**/*.ts', 'apps/dashboard/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/bench/**'],
    rules: forbid('@nestjs/*', 'typeorm', 'ws', 'prom-client'),
  },
  {
    files: ['apps/dashboard/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/dashboard/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'module',
          'require',
          '__dirname',
          'URL',
          'setInterval',
          'setTimeout',
          'clearTimeout',
          'fetch',
          'performance',
          'Buffer',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
