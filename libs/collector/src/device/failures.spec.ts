import {
  closeFailure,
  DeviceFailure,
  loginFailure,
  networkFailure,
  upgradeFailure,
  webSocketFailure,
} from './failures';

describe('the reasons that people read', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable', 'REST address refused the connection: is the device up and the port right?'],
    ['EHOSTUNREACH', 'unreachable', 'REST address cannot be reached: no route to the host'],
    ['ENOTFOUND', 'unreachable', 'REST address cannot be resolved: check the host name'],
    ['ECONNRESET', 'closed', 'REST address closed the connection'],
    ['EPROTO', 'tls', 'REST address failed the TLS handshake (EPROTO): is it an https: or wss: port?'],
    ['EMFILE', 'unreachable', 'REST address cannot be reached: this process has too many open files'],
    ['HPE_INVALID_CONSTANT', 'bad_message', 'REST address does not speak HTTP (HPE_INVALID_CONSTANT)'],
    ['ESOMETHING', 'closed', 'REST address failed (ESOMETHING)'],
  ])('say what %s means, and that it is tried again soon', (code, kind, reason) => {
    expect(networkFailure({ code }, 'REST address')).toEqual({ code: kind, reason, retry: 'soon' });
  });

  it('make do without a code', () => {
    expect(networkFailure('what?', 'WebSocket address').reason).toBe('WebSocket address failed (unknown error)');
    expect(networkFailure(new DeviceFailure(loginFailure(401, '')), 'REST address').code).toBe('credentials');
  });

  it.each([
    [401, '', 'rarely', 'device refused the password (401)'],
    [403, 'text/html', 'rarely', 'device refused the password (403)'],
    [500, '', 'soon', 'device login service unavailable (500)'],
    [503, 'text/html', 'soon', 'device login service unavailable (503)'],
    [302, '', 'slowly', 'login redirected (302), which is not followed: check the REST address'],
    [404, '', 'slowly', 'login returned 404: check the REST address'],
    [200, 'text/html; charset=utf-8', 'slowly', 'login returned no token (text/html): check the REST address'],
    [200, '<script>', 'slowly', 'login returned no token: check the REST address'],
  ])('say what a login answered with %d %s means', (status, contentType, retry, reason) => {
    expect(loginFailure(status, contentType)).toMatchObject({ retry, reason });
  });

  it.each([
    [1000, '', 'device closed the session (1000)'],
    [1001, 'reboot', 'device is going away (1001): reboot'],
    [1006, '', 'connection lost without a close frame (1006)'],
    [4242, '', 'device closed the session (4242)'],
    [1008, '', 'device no longer accepts the token (1008)'],
    [1008, 'Invalid token', 'device no longer accepts the token (1008, Invalid token)'],
  ])('say what closing with %d %s means', (code, text, reason) => {
    expect(closeFailure(code, text).reason).toBe(reason);
  });

  it('never repeat a token or what would break a line of a log', () => {
    const { reason } = closeFailure(1011, 'Bearer eyJhbGciOi\u202e\r\nfake line ' + 'x'.repeat(200));
    expect(reason).toMatch(/\(1011\): token fake line x+$/);
    expect(reason.length).toBeLessThan(180);
  });

  it('tell a wrong WebSocket address from a device that is not ready', () => {
    expect(upgradeFailure(404)).toMatchObject({ retry: 'slowly', code: 'upgrade' });
    expect(upgradeFailure(503)).toMatchObject({ retry: 'soon', code: 'server_error' });
  });

  it('say that a message was too long', () => {
    expect(webSocketFailure({ code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' }).reason).toBe(
      'device sent a message larger than 16 MiB',
    );
    expect(webSocketFailure({ code: 'WS_ERR_INVALID_OPCODE' }).code).toBe('bad_message');
  });
});
