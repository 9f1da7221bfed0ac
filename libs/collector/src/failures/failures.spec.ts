import { DeviceFailure } from './failure';
import { closeFailure, loginFailure, networkFailure, webSocketFailure } from './failures';
import { upgradeFailure } from './upgrade-failures';

describe('the reasons that people read', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable', 'REST address refused the connection: is the device up and the port right?'],
    ['EHOSTUNREACH', 'unreachable', 'REST address cannot be reached: no route to the host'],
    ['ENOTFOUND', 'unreachable', 'REST address cannot be resolved: check the host name'],
    ['ECONNRESET', 'closed', 'REST address closed the connection'],
    ['EPROTO', 'tls', 'REST address failed the TLS handshake (EPROTO): is it an https: or wss: port?'],
    ['EMFILE', 'unreachable', 'REST address cannot be reached: this process has too many open files'],
    ['HPE_INVALID_CONSTANT', 'bad_message', 'REST address does not speak HTTP (HPE_INVALID_CONSTANT)'],
    ['ERR_BAD_RESPONSE', 'closed', 'REST address sent an answer that is incomplete or too long'],
    ['Z_DATA_ERROR', 'bad_message', 'REST address sent compressed data that cannot be read (Z_DATA_ERROR)'],
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

  it.each([
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'offers only TLS 1.0 or 1.1, which is not secure'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'offers only TLS 1.0 or 1.1, which is not secure'],
    ['ERR_SSL_SSL/TLS_ALERT_PROTOCOL_VERSION', 'offers only TLS 1.0 or 1.1, which is not secure'],
    ['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', 'does not support secure TLS renegotiation (RFC 5746)'],
    ['ERR_SSL_DH_KEY_TOO_SMALL', 'uses a Diffie-Hellman key that is too short to be secure'],
    ['ERR_SSL_EE_KEY_TOO_SMALL', 'has a certificate whose key is too short to be secure'],
    ['ERR_SSL_CA_MD_TOO_WEAK', 'signs with SHA-1 or MD5, which is not secure'],
    ['ERR_SSL_WRONG_SIGNATURE_TYPE', 'signs with SHA-1 or MD5, which is not secure'],
    ['ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY', 'offers only ciphers that are not secure'],
  ])('say of TLS that is not secure (%s) what it is and what helps', (code, fault) => {
    const help = 'update the device, or set LEGACY_TLS=true and select legacy TLS for this connection';
    const reason = `REST address ${fault}: ${help}`;
    expect(networkFailure({ code }, 'REST address')).toEqual({ code: 'tls', reason, retry: 'slowly' });
    const legacy = networkFailure({ code }, 'REST address', true);
    expect(legacy.reason).toBe(`REST address failed the TLS handshake, even with legacy TLS (${code})`);
  });

  it.each([
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'does not speak TLS: is it an https: or wss: port?'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'asks for a client certificate, which is not supported'],
    ['ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', 'does not speak HTTP/1.1 over TLS: check the port'],
    ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'does not know this host name (TLS SNI): check the host name'],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'failed the TLS handshake (ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR)'],
  ])('say of other faults of TLS (%s) what they are, and try again soon', (code, text) => {
    const { reason, retry } = networkFailure({ code }, 'WebSocket address');
    expect(reason).toContain(`WebSocket address ${text}`);
    expect([retry, reason.includes('LEGACY_TLS')]).toEqual(['soon', false]);
  });

  it.each(['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'])(
    'say what %s may mean',
    (code) => {
      const { reason, retry } = networkFailure({ code }, 'REST address');
      expect(reason).toMatch(/refused the TLS handshake: it may offer only insecure ciphers .* LEGACY_TLS=true/);
      expect(retry).toBe('soon');
      expect(networkFailure({ code }, 'REST address', true).reason).toMatch(/even with legacy TLS$/);
    },
  );

  it.each([
    [200, 'WebSocket upgrade answered with 200 instead of 101: check the WebSocket address'],
    [302, 'WebSocket upgrade redirected (302), which is not followed: check the WebSocket address'],
    [404, 'WebSocket upgrade refused with 404: check the WebSocket address'],
  ])('say what an upgrade answered with %d means', (status, reason) => {
    expect(upgradeFailure(status)).toEqual({ code: 'upgrade', reason, retry: 'slowly' });
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
