import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/support/workspace';
import { costlyBody, costlyQuery } from './costly-shapes';

/** A request made from the API's document: right, or wrong in one or more places. */
export interface GeneratedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, object>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const DOCUMENT = JSON.parse(readFileSync(join(ROOT, 'libs/api-client/openapi.json'), 'utf8')) as Document;

/** Answers that never end. */
const ENDLESS = new Set(['/api/stream']);

/** Nothing listens there; no generated request may reach another machine. */
const DEVICE_ADDRESSES = [
  'https://127.0.0.1:9/api/auth',
  'https://[::1]:9/api',
  'http://127.0.0.1:9/',
  'https://127.0.0.1:0/',
];
const SOCKET_ADDRESSES = [
  'wss://127.0.0.1:9/smm',
  'ws://127.0.0.1:9/smm',
  'wss://u:p@127.0.0.1:9/',
  'wss://127.0.0.1:9/#x',
];

/** Texts that have broken programs before. */
const NASTY = [
  '',
  ' ',
  '\0',
  '\n',
  '__proto__',
  'constructor',
  "'; DROP TABLE snp_connections; --",
  '"\\{}',
  '🎬‮',
  'x'.repeat(3_000),
  '%00',
  '../..',
];

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** No text of it can be an address: what is generated freely has no colon and two slashes. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText.map(harmless),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(harmless(JSON.stringify(value))) as unknown),
  fc.constantFrom(null, true, 0, -1, 1e308, [], {}),
);

function harmless(text: string): string {
  return text.replaceAll('//', '');
}

function resolved(schema: Schema): Schema {
  return schema.$ref ? resolved(DOCUMENT.components.schemas[schema.$ref.split('/').at(-1)!]) : schema;
}

/** An example of the document that is safe to use: one that names no machine but this one. */
function exampleOf(schema: Schema): fc.Arbitrary<unknown> | undefined {
  const example = schema.example ?? resolved(schema).example;
  if (example === undefined || typeof example === 'object') return undefined;
  const isElsewhere = /:\/\/|\d+\.\d+\.\d+\.\d+/.test(String(example).replaceAll('127.0.0.1', ''));
  return isElsewhere ? undefined : fc.constant(example);
}

/** Values that a schema allows, most of them sensible; limits are left to chance. */
function valueOf(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  if (name === 'restapi') return fc.constantFrom(DEVICE_ADDRESSES[0], DEVICE_ADDRESSES[0], ...DEVICE_ADDRESSES);
  if (name === 'websocket') return fc.constantFrom(SOCKET_ADDRESSES[0], SOCKET_ADDRESSES[0], ...SOCKET_ADDRESSES);
  if (name === 'name')
    return fc.oneof({ weight: 3, arbitrary: fc.nat(200).map((at) => `device ${at}`) }, anyText.map(harmless));
  const example = exampleOf(schema);
  const free = freeValueOf(schema, name);
  return example ? fc.oneof({ weight: 5, arbitrary: example }, free) : free;
}

function freeValueOf(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { type, enum: values, allOf, oneOf, anyOf, items, additionalProperties } = resolved(schema);
  if (values) return fc.constantFrom(...values);
  const choices = allOf ?? oneOf ?? anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, name)));
  if (type === 'array') return fc.array(valueOf(items ?? {}), { maxLength: 4 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return fc.integer({ min: -2, max: 50 });
  if (type === 'string') return anyText.map(harmless);
  if (type === 'object' && typeof additionalProperties === 'object') {
    return fc.dictionary(fc.constantFrom('site', 'room', '__proto__', '1x'), valueOf(additionalProperties), {
      maxKeys: 3,
    });
  }
  return objectOf(resolved(schema));
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valueOf(schema, name)]));
  const whole = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  return fc.tuple(whole, fc.constantFrom('template', 'objects_ids')).map(([value, superfluous]) => {
    // Together they are refused, which would be the end of nearly every connection.
    return 'template' in value && 'objects_ids' in value ? without(value, superfluous) : value;
  });
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** Now and then something else altogether in the place of a right value. */
function perhapsWrong(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 1, arbitrary: anyValue },
    { weight: 1, arbitrary: oneFieldWrong(right) },
  );
}

function oneFieldWrong(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(right, fc.nat(20), anyValue).map(([value, at, wrong]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
    const keys = [...Object.keys(value), 'unknown_field'];
    return { ...value, [keys[at % keys.length]]: wrong };
  });
}

/** How many stored connections the requests are about. */
export const STORED_CONNECTIONS = 12;

/** The path of a request, with the ids of connections that there are now in place of `stored-N`. */
export function pathAmong(path: string, ids: readonly number[]): string {
  return path.replace(/stored-(\d+)/, (_, at: string) => String(ids[Number(at)]));
}

const pathId = fc.oneof(
  { weight: 5, arbitrary: fc.nat(STORED_CONNECTIONS - 1).map((at) => `stored-${at}`) },
  fc.constantFrom('0', '-1', 'abc', '1e3', '9'.repeat(40)),
);

/** As a client writes it into a URL; objects may have no `toString`, or a broken one. */
function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function pathOf(template: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const values = inPath.map(({ name }) =>
    name === 'id' ? pathId : fc.constantFrom('ptp', 'system', 'nothing', '%22', 'a b'),
  );
  const pairs = query.map(({ schema, name }) =>
    fc.option(perhapsWrong(valueOf(schema ?? {}, name)), { nil: undefined }),
  );
  return fc.tuple(fc.tuple(...values), fc.tuple(...pairs)).map(([ids, chosen]) => {
    const path = inPath.reduce(
      (text, { name }, at) => text.replace(`{${name}}`, encodeURIComponent(ids[at])),
      template,
    );
    const search = new URLSearchParams();
    chosen.forEach((value, at) => {
      for (const each of [value].flat()) if (each !== undefined) search.append(query[at].name, textOf(each));
    });
    return search.size > 0 ? `${path}?${search}` : path;
  });
}

function bodyOf(operation: Operation): fc.Arbitrary<{ type: string; text: string } | undefined> {
  const content = Object.entries(operation.requestBody?.content ?? {});
  if (content.length === 0) return fc.constant(undefined);
  const bodies = content.map(([type, { schema }]) =>
    perhapsWrong(valueOf(schema)).map((value) => {
      const isText = !type.includes('json') && typeof value === 'string';
      return { type, text: isText ? value : JSON.stringify(value) };
    }),
  );
  const broken = fc
    .tuple(fc.constantFrom('application/json', 'text/plain', 'application/xml'), anyText)
    .map(([type, text]) => ({ type, text }));
  return fc.oneof({ weight: 12, arbitrary: fc.oneof(...bodies) }, { weight: 1, arbitrary: broken });
}

const operations = Object.entries(DOCUMENT.paths)
  .filter(([path]) => !ENDLESS.has(path))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

function requestTo({ path, method, operation }: (typeof operations)[number]): fc.Arbitrary<GeneratedRequest> {
  return fc
    .record({
      path: pathOf(path, operation.parameters ?? []),
      body: bodyOf(operation),
      match: fc.option(fc.constantFrom('"x"', '*', 'nonsense'), { nil: undefined, freq: 8 }),
    })
    .map((made) => ({
      method: method.toUpperCase(),
      path: made.path,
      headers: {
        Accept: 'application/json',
        ...(made.body && { 'Content-Type': made.body.type }),
        ...(made.match && { 'If-Match': made.match }),
      },
      body: made.body?.text,
    }));
}

/** The same, with a query or a body that is small and costly to read; which of them an operation has, the document says. */
function costlyRequestTo(target: (typeof operations)[number]): fc.Arbitrary<GeneratedRequest> {
  const { parameters = [], requestBody, responses } = target.operation;
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const withQuery = fc.tuple(requestTo(target), costlyQuery(names)).map(([request, query]) => {
    const [path] = request.path.split('?', 1);
    return { ...request, path: `${path}?${query}` };
  });
  if (requestBody === undefined || !('415' in responses)) return withQuery;
  const properties = Object.values(requestBody.content).flatMap(({ schema }) =>
    Object.keys(resolved(schema).properties ?? {}),
  );
  const withBody = fc
    .tuple(requestTo(target), costlyBody(Object.keys(requestBody.content), properties))
    .map(([request, { headers, body }]) => ({ ...request, headers: { ...request.headers, ...headers }, body }));
  return fc.oneof({ weight: 3, arbitrary: withBody }, withQuery);
}

/** Requests to every operation of the document but endless ones. */
export const generatedRequest: fc.Arbitrary<GeneratedRequest> = fc.oneof(
  { weight: 12, arbitrary: fc.oneof(...operations.map(requestTo)) },
  { weight: 1, arbitrary: fc.oneof(...operations.map(costlyRequestTo)) },
);
