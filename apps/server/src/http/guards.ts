import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  AllowedHosts,
  BASE_PATH_LOCAL,
  boundAnswers,
  refuseForeignHosts,
  refuseForeignPages,
  underBasePath,
  UnfinishedAnswers,
} from '@snp/http';
import type { Request } from 'express';
import type { Configuration } from '../configuration/configuration';

/** The names that the dashboard's port answers to: those that are listed, and those in other settings. */
export function hostsOf({ allowedHosts, externalUrl, host }: Configuration): AllowedHosts {
  const external = externalUrl === undefined ? [] : [new URL(externalUrl).host];
  return new AllowedHosts([host, ...external, ...allowedHosts]);
}

/** Refuses requests under foreign names and from foreign pages, before anything else sees them. */
export function guardRequests(app: NestExpressApplication, configuration: Configuration): void {
  const { basePath, externalUrl } = configuration;
  trustProxies(app, configuration);
  app.setLocal(BASE_PATH_LOCAL, basePath);
  app.use(refuseForeignHosts(hostsOf(configuration)), underBasePath(basePath), refuseForeignPages(externalUrl));
}

/** Addresses, hosts and protocols are those that these proxies forward; headers of others mean nothing. */
export function trustProxies(app: NestExpressApplication, { trustProxy }: Configuration): void {
  app.set('trust proxy', trustProxy);
}

/** Bounds the memory of answers that are being made, or that clients do not read. */
export function boundReads(app: NestExpressApplication): void {
  app.use(boundAnswers(app.get(UnfinishedAnswers), isRead));
}

/** What is read through the API is made for each request, but for the stream, which is never made whole. */
function isRead({ method, path }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && /^\/api\/(?!stream)/i.test(path);
}
