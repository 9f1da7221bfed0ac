import { hostPatternOf } from '@snp/http';
import express from 'express';
import { isIP } from 'node:net';
import { z } from 'zod';

/** Host names, with or without a port; every port is meant. */
export const hostPatterns = z.array(
  z.string().transform((entry, context) => {
    const pattern = hostPatternOf(entry);
    if (pattern !== undefined) return pattern;
    context.addIssue('a comma-separated list of host names such as snp.example.org or *.example.org');
    return z.NEVER;
  }),
);

const EXTERNAL_URL = 'an http or https URL without user, query and fragment, such as https://snp.example.org/';

export const externalUrl = z.string().refine(isPlainUrl, EXTERNAL_URL);

function isPlainUrl(text: string): boolean {
  const isPlain = /^https?:\/\/[^/?#@\\]+(\/[^?#\\]*)?$/i.test(text) && !/[\s\p{Cf}]/u.test(text);
  return isPlain && URL.canParse(text) && hostPatternOf(new URL(text).host) !== undefined;
}

/** Paths that a proxy which removes the base path could not tell from it. */
const TAKEN = /^\/(api|-)(\/|$)/i;

const BASE_PATH =
  'a path that begins with /, such as /snp, of letters, digits, "-", "_", "." and "~", not below /api or /-';

/** @returns without a slash at the end; empty for the root */
export const basePath = z
  .string()
  .transform((text) => text.replace(/\/+$/, ''))
  .refine((path) => /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*$/.test(path) && !TAKEN.test(path), BASE_PATH);

const RANGES: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const PROXIES =
  'a comma-separated list of addresses such as 127.0.0.1, networks such as 10.0.0.0/8 (not /0), loopback, linklocal or uniquelocal';

export const proxies = z.array(z.string().refine(isProxy, PROXIES));

/** Express would take a number, for one, as an address. */
function isProxy(entry: string): boolean {
  if (RANGES.has(entry)) return true;
  if (!/^[^/]+(\/\d+)?$/.test(entry) || isIP(entry.split('/', 1)[0]) === 0) return false;
  try {
    express().set('trust proxy', [entry]);
    return true;
  } catch {
    return false;
  }
}
