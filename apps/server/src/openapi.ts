import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { notFound } from '@snp/http';
import type { NextFunction, Request, Response } from 'express';

const DESCRIPTION = `Manages the connections to Imagine Communications SNP devices and shows what the devices report.

Times are UTC. \`created_at\`, \`updated_at\` and \`last_update\` of a connection have the form \`2026-02-03 20:00:00\`; all other times are ISO 8601.
Every error is \`application/problem+json\` (RFC 9457); its \`type\` is stable.

Any request can get 421 (the host name is not an IP address, \`localhost\`, the name of the machine, or in \`ALLOWED_HOSTS\` or \`EXTERNAL_URL\`) or 403 (a web page of another origin sent it).`;

/** Describes the API of an application as an OpenAPI document. */
export function describeApi(app: INestApplication, version: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('SNP Exporter')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This exporter')
    .addTag('connections', 'The connections to devices')
    .addTag('transfer', 'Import and export of connections')
    .addTag('live', 'Current state and history of the devices')
    .addTag('devices', 'Device actions: connection test and discovery')
    .addTag('exporter', 'The exporter itself')
    .build();
  const document = SwaggerModule.createDocument(app, builder, { operationIdFactory: (_controller, method) => method });
  // Nobody has to log in.
  return { ...document, security: [] };
}

/** The files that the page consists of; its package has many others. */
const PAGE_FILES =
  /^\/(index\.html)?$|^\/(docs\/)?(swagger-ui\.css|swagger-ui-(bundle|standalone-preset|init)\.js|favicon-\d+x\d+\.png)$/;

function refuseOtherFiles({ path }: Request, _response: Response, next: NextFunction): void {
  next(PAGE_FILES.test(path) ? undefined : notFound('such file'));
}

/** Serves the document as JSON and as an interactive page. */
export function serveApiDocumentation(app: INestApplication, document: OpenAPIObject, basePath: string): void {
  const servers = document.servers?.map((server) => ({ ...server, url: basePath || server.url }));
  app.use('/api/docs', refuseOtherFiles);
  SwaggerModule.setup(
    'api/docs',
    app,
    { ...document, servers },
    {
      jsonDocumentUrl: 'api/openapi.json',
      customSiteTitle: 'SNP Exporter API',
    },
  );
}
