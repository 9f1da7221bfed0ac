/** Tests that fail in every way that a test can; test-counts.spec.ts counts them. */
module.exports = {
  preset: '../../../jest.preset.js',
  testMatch: ['<rootDir>/unit/*.ts'],
  // Few quick tests would run in Jest's own process otherwise, and one of them ends its process.
  workerIdleMemoryLimit: '1GB',
};
