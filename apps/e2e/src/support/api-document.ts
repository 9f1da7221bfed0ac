import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspace';

interface MediaType {
  readonly schema?: object;
}

interface ResponseObject {
  readonly content?: Readonly<Record<string, MediaType>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

const DOCUMENT = JSON.parse(readFileSync(join(ROOT, 'libs/api-client/openapi.json'), 'utf8')) as Document;

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'api', components: DOCUMENT.components });

const validators = new Map<object, ValidateFunction>();

/**
 * Compares an answer of the API with what its OpenAPI document says of it.
 * @returns what does not fit, one line each; empty when it fits
 */
export function faultsOf(method: string, path: string, status: number, contentType: string, body: unknown): string[] {
  const operation = operationOf(method.toLowerCase(), path.split('?')[0]);
  if (!operation) return [`${method} ${path} is not in the document`];
  const response = operation.responses[String(status)];
  if (!response) return [`${method} ${path} answered ${status}, which the document does not describe`];
  const media = response.content?.[contentType.split(';')[0].trim()];
  if (!response.content) return [];
  if (!media) return [`${method} ${path} answered ${status} as ${contentType}, which the document does not describe`];
  const validate = validatorOf(media.schema ?? {});
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${method} ${path} ${status}: ${instancePath} ${message}`,
  );
}

/** A path without parameters goes before one whose parameter it fits. */
function operationOf(method: string, path: string): Operation | undefined {
  const exact = DOCUMENT.paths[path]?.[method];
  const template = Object.keys(DOCUMENT.paths).find(
    (each) => pattern(each).test(path) && method in DOCUMENT.paths[each],
  );
  return exact ?? (template === undefined ? undefined : DOCUMENT.paths[template][method]);
}

function pattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function validatorOf(schema: object): ValidateFunction {
  let validate = validators.get(schema);
  if (!validate) {
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object;
    validate = ajv.compile(absolute);
    validators.set(schema, validate);
  }
  return validate;
}
