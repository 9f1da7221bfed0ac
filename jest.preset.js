/** Shared by every project that runs on Node; the dashboard has its own. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '^fast-check$': `${__dirname}/tools/lib/seeded-fast-check.cjs`,
    '^@snp/([^/]+)$': `${__dirname}/libs/$1/src/index.ts`,
    '^@snp/([^/]+)/testing$': `${__dirname}/libs/$1/src/testing/index.ts`,
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
        swcrc: false,
      },
    ],
  },
};
