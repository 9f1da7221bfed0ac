export default { displayName: 'connections', preset: '../../jest.preset.js' };
