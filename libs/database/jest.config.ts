export default { displayName: 'database', preset: '../../jest.preset.js', testTimeout: 30_000 };
