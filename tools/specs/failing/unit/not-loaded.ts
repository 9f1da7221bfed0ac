it('is not known', () => undefined);

throw new Error('This file cannot be loaded.');
