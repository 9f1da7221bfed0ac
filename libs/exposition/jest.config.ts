export default { displayName: 'exposition', preset: '../../jest.preset.js' };
