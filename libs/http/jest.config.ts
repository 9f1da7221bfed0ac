export default { displayName: 'http', preset: '../../jest.preset.js', testTimeout: 30_000 };
