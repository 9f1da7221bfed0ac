import type { Failure } from './failure';

/** What a TLS handshake failed of. */
interface TlsFault {
  /** After `REST address` or `WebSocket address`. */
  readonly text: string;
  /** Less secure TLS would do. */
  readonly isOld?: true;
}

const TOO_OLD: TlsFault = { text: 'offers only TLS 1.0 or 1.1, which is not secure', isOld: true };
const NO_RFC_5746: TlsFault = { text: 'does not support secure TLS renegotiation (RFC 5746)', isOld: true };
const WEAK_DH: TlsFault = { text: 'uses a Diffie-Hellman key that is too short to be secure', isOld: true };
const WEAK_KEY: TlsFault = { text: 'has a certificate whose key is too short to be secure', isOld: true };
const WEAK_SIGNATURE: TlsFault = { text: 'signs with SHA-1 or MD5, which is not secure', isOld: true };
const WEAK_CIPHER: TlsFault = { text: 'offers only ciphers that are not secure', isOld: true };
const NO_TLS: TlsFault = { text: 'does not speak TLS: is it an https: or wss: port?' };
const CLIENT_CERTIFICATE: TlsFault = { text: 'asks for a client certificate, which is not supported' };
const NO_HTTP_1: TlsFault = { text: 'does not speak HTTP/1.1 over TLS: check the port' };
const OTHER_NAME: TlsFault = { text: 'does not know this host name (TLS SNI): check the host name' };

/** By the end of the code that OpenSSL's reason becomes: the rest differs between its versions. */
const FAULTS: readonly (readonly [endings: readonly string[], fault: TlsFault])[] = [
  [['UNSUPPORTED_PROTOCOL', 'ALERT_PROTOCOL_VERSION', 'NO_PROTOCOLS_AVAILABLE', 'WRONG_SSL_VERSION'], TOO_OLD],
  [['UNSAFE_LEGACY_RENEGOTIATION_DISABLED'], NO_RFC_5746],
  [['DH_KEY_TOO_SMALL', 'BAD_DH_VALUE', 'MODULUS_TOO_SMALL'], WEAK_DH],
  [['EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL'], WEAK_KEY],
  [
    [
      'MD_TOO_WEAK',
      'WRONG_SIGNATURE_TYPE',
      'NO_SUITABLE_SIGNATURE_ALGORITHM',
      'NO_SHARED_SIGNATURE_ALGORITHMS',
      'LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED',
    ],
    WEAK_SIGNATURE,
  ],
  [['ALERT_INSUFFICIENT_SECURITY', 'WRONG_CIPHER_RETURNED', 'UNKNOWN_CIPHER_RETURNED'], WEAK_CIPHER],
  [['WRONG_VERSION_NUMBER', 'HTTP_REQUEST', 'PACKET_LENGTH_TOO_LONG'], NO_TLS],
  [['ALERT_CERTIFICATE_REQUIRED', 'ALERT_BAD_CERTIFICATE', 'ALERT_NO_CERTIFICATE'], CLIENT_CERTIFICATE],
  [['ALERT_NO_APPLICATION_PROTOCOL'], NO_HTTP_1],
  [['UNRECOGNIZED_NAME'], OTHER_NAME],
];

/** The device gives no reason. */
const REFUSED = 'ALERT_HANDSHAKE_FAILURE';
const REFUSAL =
  'refused the TLS handshake: it may offer only insecure ciphers or signatures, or require a client certificate';

const WAY_OUT = 'update the device, or set LEGACY_TLS=true and select legacy TLS for this connection';

export function isTlsCode(code: string): boolean {
  return code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO';
}

/**
 * What a failed TLS handshake means.
 * @param isLegacy whether TLS that is no longer secure was offered
 */
export function tlsFailure(code: string, address: string, isLegacy: boolean): Failure {
  const known = FAULTS.find(([endings]) => endings.some((ending) => code.endsWith(ending)))?.[1];
  const say = (text: string, retry: Failure['retry'] = 'soon'): Failure => {
    return { code: 'tls', reason: `${address} ${text}`, retry };
  };
  if (known?.isOld) {
    return isLegacy
      ? say(`failed the TLS handshake, even with legacy TLS (${code})`, 'slowly')
      : say(`${known.text}: ${WAY_OUT}`, 'slowly');
  }
  if (known !== undefined) return say(known.text);
  if (code.endsWith(REFUSED)) {
    return say(isLegacy ? 'refused the TLS handshake, even with legacy TLS' : `${REFUSAL}; ${WAY_OUT}`);
  }
  // An alert comes from something that speaks TLS.
  const question = code.includes('ALERT') ? '' : ': is it an https: or wss: port?';
  return say(`failed the TLS handshake (${code})${question}`);
}
