export default { displayName: 'connections', preset: '../../jest.preset.js', testTimeout: 30_000 };
