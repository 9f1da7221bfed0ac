import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

export function documentOf(app: INestApplication): OpenAPIObject {
  return SwaggerModule.createDocument(app, new DocumentBuilder().build(), {
    operationIdFactory: (_controller, method) => method,
  });
}

/** Compares answers with the OpenAPI document; unknown fields count as a difference. */
export class AnswerCheck {
  private readonly ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  private readonly document: OpenAPIObject;

  constructor(app: INestApplication) {
    this.document = JSON.parse(JSON.stringify(documentOf(app))) as OpenAPIObject;
    for (const schema of Object.values(this.document.components?.schemas ?? {})) {
      if ('properties' in schema) Object.assign(schema, { additionalProperties: false });
    }
    this.ajv.addSchema(this.document, 'api');
  }

  /** @param path as the document has it */
  differences(method: 'get' | 'post', path: string, body: unknown): string[] {
    const validate = this.validator(method, path);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  private validator(method: 'get' | 'post', path: string): ValidateFunction {
    const step = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
    const place = ['paths', path, method, 'responses', '200', 'content', 'application/json', 'schema'];
    const validate = this.ajv.getSchema(`api#/${place.map(step).join('/')}`);
    if (validate === undefined) throw new Error(`the document has no ${method} ${path}`);
    return validate;
  }
}
