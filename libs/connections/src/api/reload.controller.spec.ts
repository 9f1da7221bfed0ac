import type { Database } from '@snp/database';
import { ConnectionChanges } from '../connection-changes';
import { ReloadController } from './reload.controller';

describe('ReloadController', () => {
  const reload = (fault: string | null) =>
    new ReloadController(new ConnectionChanges(), { fault } as Database).reload();

  it('starts a reload', () => expect(reload(null)).toEqual({ message: 'config reloaded' }));

  it('does not claim to have read a file that was removed or replaced', () => {
    expect(() => reload('connections.db was removed')).toThrow('connections.db was removed. Nothing was read.');
  });
});
