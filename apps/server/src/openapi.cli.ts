import { NestFactory } from '@nestjs/core';
import { GROUPS } from '@snp/catalogue';
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { AppModule } from './app.module';
import { readConfiguration } from './configuration/configuration';
import { describeApi } from './openapi';
import { VERSION } from './version';

/** Writes the OpenAPI document of the API to a file; nothing is started for it. */
async function main(file: string): Promise<void> {
  const configuration = readConfiguration({ DB_PATH: ':memory:' }, GROUPS);
  const app = await NestFactory.create(AppModule.with(configuration), { preview: true, logger: ['error'] });
  const json = JSON.stringify(describeApi(app, VERSION));
  writeFileSync(file, await format(json, { ...(await resolveConfig(file)), filepath: file }));
}

void main(process.argv[2]);
