export default { displayName: 'simulator-cli', preset: '../../jest.preset.js' };
