export default {
  // The machine may be busy with other things: a test may take its time.
  testTimeout: 60_000,
  projects: ['<rootDir>/libs/*/jest.config.ts', '<rootDir>/apps/*/jest.config.ts', '<rootDir>/tools/jest.config.ts'],
};
