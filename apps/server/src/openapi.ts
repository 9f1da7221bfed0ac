import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const DESCRIPTION = `Runs a fleet of Imagine Communications SNP devices: the connections that are wanted, and what their sessions report.

Times are UTC: \`created_at\`, \`updated_at\` and \`last_update\` of a connection read \`2026-02-03 20:00:00\`, every other time is ISO 8601.
Every error is \`application/problem+json\` (RFC 9457); its \`type\` is stable.`;

/** Describes the API of an application as an OpenAPI document. */
export function describeApi(app: INestApplication, version: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('SNP Exporter')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This exporter')
    .addTag('connections', 'The devices that are wanted')
    .addTag('transfer', 'Import and export of connections')
    .addTag('live', 'What the devices report now, and what happened')
    .addTag('devices', 'Acts on a device: connection test and discovery')
    .addTag('exporter', 'The exporter itself')
    .build();
  const document = SwaggerModule.createDocument(app, builder, { operationIdFactory: (_controller, method) => method });
  // Nobody has to log in.
  return { ...document, security: [] };
}

/** Serves the document as JSON and as a page to try it on. */
export function serveApiDocumentation(app: INestApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'SNP Exporter API',
  });
}
