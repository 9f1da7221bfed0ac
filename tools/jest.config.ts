export default { displayName: 'tools', preset: '../jest.preset.js', testMatch: ['<rootDir>/specs/*.spec.ts'] };
