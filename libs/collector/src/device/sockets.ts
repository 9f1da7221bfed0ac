import { constants, type X509Certificate } from 'node:crypto';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { serverName, type Endpoint } from './addresses';
import { lookupOfSocket } from '../names/resolve-host';
import { requireSocketAdmission } from './socket-admission';

/** What a device's certificate says; nobody vouches for it, since devices sign their own. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Ms since the epoch; null when it is unreadable. */
  readonly validTo: number | null;
  /** SHA-256, as colon-separated hexadecimal. */
  readonly fingerprint256: string;
  readonly selfSigned: boolean;
}

export interface Encrypted {
  readonly socket: Socket;
  /** Undefined for a plain connection. */
  readonly tls?: TlsFacts;
}

/** What a TLS handshake brought. */
export interface TlsFacts {
  /** `TLSv1.3` */
  readonly protocol: string;
  readonly certificate: Certificate;
}

/** One for all: to make one costs as much as a handshake. */
const modernContext = createSecureContext();
let legacyContext: SecureContext | undefined;

/** For devices that a user has chosen it for: TLS 1.0 and 1.1, weak keys and ciphers, renegotiation without RFC 5746. */
function contextOf(isLegacy: boolean): SecureContext {
  if (!isLegacy) return modernContext;
  legacyContext ??= createSecureContext({
    minVersion: 'TLSv1',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  return legacyContext;
}

/** Sockets that wait for the address of their host. */
const resolving = new WeakSet<Socket>();

/** Whether a connection that was begun still waits for the address of its host. */
export function isResolving(socket: Socket): boolean {
  return resolving.has(socket);
}

/**
 * Begins a TCP connection; to destroy the socket gives it up.
 * @throws EMFILE when file descriptors run out
 */
export function dial({ host, port }: Endpoint): Socket {
  requireSocketAdmission();
  const { lookup, cancel } = lookupOfSocket();
  const socket = connect({ host, port, lookup, noDelay: true }).once('close', cancel);
  if (isIP(host) === 0) resolving.add(socket.once('lookup', () => resolving.delete(socket)));
  return socket;
}

/** Resolves when a connection that was begun is there. */
export function dialled(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    // Stays: what goes wrong later shows in the stream above, but an error that nobody hears would end the process.
    socket.on('error', reject);
    socket.once('close', () => socket.errored === null && reject(cutOff()));
  });
}

/** A TCP connection. It ends with `signal`, in whatever it is wrapped by then. */
export async function openTcp(endpoint: Endpoint, signal: AbortSignal): Promise<Socket> {
  const socket = dial(endpoint);
  const end = (): void => void socket.destroy();
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  socket.once('close', () => signal.removeEventListener('abort', end));
  return dialled(socket);
}

/**
 * TLS over a TCP connection where the endpoint wants it, the connection itself where it does not.
 * @param isLegacy whether TLS that is no longer secure will do
 */
export function encrypt(socket: Socket, endpoint: Endpoint, isLegacy = false): Promise<Encrypted> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) return reject(cutOff());
    if (!endpoint.isSecure) return resolve({ socket });
    const secure = connectSecurely({
      socket,
      secureContext: contextOf(isLegacy),
      servername: serverName(endpoint),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: false,
    });
    secure.once('secureConnect', () => resolve({ socket: secure, tls: tlsFactsOf(secure) }));
    secure.on('error', reject);
    secure.once('close', () => reject(cutOff()));
  });
}

function cutOff(): Error {
  return Object.assign(new Error('closed'), { code: 'ECONNRESET' });
}

function tlsFactsOf(socket: TLSSocket): TlsFacts | undefined {
  const certificate = socket.getPeerX509Certificate();
  return certificate && { protocol: socket.getProtocol() ?? 'TLS', certificate: certificateOf(certificate) };
}

function certificateOf(certificate: X509Certificate): Certificate {
  const { subject, issuer, fingerprint256 } = certificate;
  const validTo = Date.parse(certificate.validTo);
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    validTo: Number.isNaN(validTo) ? null : validTo,
    fingerprint256,
    selfSigned: subject === issuer,
  };
}

/** The common name, or all that there is: `O=Imagine, OU=SNP`. */
function nameIn(lines: string | undefined): string {
  const text = lines ?? '';
  return /^CN=(.+)$/m.exec(text)?.[1] ?? text.split('\n').join(', ');
}
