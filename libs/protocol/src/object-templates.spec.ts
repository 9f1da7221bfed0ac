import { OBJECT_TEMPLATES, TEMPLATE_NAMES } from './object-templates';
import { OBJECT_TYPES } from './objects';

const typesOf = (name: (typeof TEMPLATE_NAMES)[number]) =>
  new Set(OBJECT_TEMPLATES[name].objects.map(({ objectType }) => objectType));

it('subscribe to more from one template to the next', () => {
  expect(TEMPLATE_NAMES.map((name) => OBJECT_TEMPLATES[name].objects.length)).toEqual([2, 12, 105]);
});

it('name every type in everything, but for the UHD channels that a device in HD mode has not', () => {
  const missing = OBJECT_TYPES.map(({ type }) => type).filter((type) => !typesOf('everything').has(type));
  expect(missing).toEqual(['procChannelUHD']);
});
