export * from './generated';
export * from './generated/functions';
