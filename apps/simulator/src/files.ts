import { readFile } from 'node:fs/promises';
import { readScenario, ScenarioError, type Body, type Scenario } from '@snp/simulator';
import { parse } from 'yaml';
import { UsageError } from './options';

/** Statuses to replay: an array of status objects, or of their JSON texts as they are on the wire. */
export async function readCapture(path: string): Promise<Body[]> {
  const content = parsed(await text(path, '--capture'), path, JSON.parse);
  if (!Array.isArray(content) || content.length === 0)
    throw new UsageError(`${path} must contain a JSON array of statuses`);
  return content.map((item: unknown, at) => {
    const status = typeof item === 'string' ? parsed(item, `${path}, status ${at + 1}`, JSON.parse) : item;
    const isStatus = typeof status === 'object' && status !== null && typeof (status as Body).type === 'string';
    if (!isStatus) throw new UsageError(`${path}, status ${at + 1}: "type" is missing`);
    return status as Body;
  });
}

/** JSON is YAML too. */
export async function readScenarioFile(path: string): Promise<Scenario> {
  const content = parsed(await text(path, '--scenario'), path, parse);
  try {
    return readScenario(content);
  } catch (error) {
    if (error instanceof ScenarioError) throw new UsageError(`${path}:\n  ${error.problems.join('\n  ')}`);
    throw error;
  }
}

async function text(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${option}: ${path} cannot be read (${reason(error)})`);
  }
}

function parsed(content: string, where: string, parse: (content: string) => unknown): unknown {
  try {
    return parse(content);
  } catch (error) {
    throw new UsageError(`${where}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
