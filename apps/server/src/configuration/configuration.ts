import type { Group } from '@snp/catalogue';
import { existsSync } from 'node:fs';
import { variables, type ValueOf, type Variable } from './variables';

type Variables = ReturnType<typeof variables>;

/** Everything that can be set from outside, read once at start. */
export type Configuration = { readonly [K in keyof Variables]: ValueOf<Variables[K]> } & {
  /** Figures that were out of range, and what is used instead. */
  readonly adjusted: readonly Adjustment[];
};

export interface Adjustment {
  readonly variable: string;
  readonly value: string;
  readonly used: number;
}

/** The environment has faults; `faults` has one line for each of them. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Invalid configuration: ${faults.join('; ')}`);
  }
}

/** Where users of the earlier exporter have their database; the default if that directory exists. */
const SYSTEM_DIRECTORY = '/etc/snp_exporter';

/**
 * Reads the configuration from environment variables; an empty variable counts as unset.
 * @param groups the metric groups that can be chosen
 * @throws ConfigurationError that lists every fault
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  groups: readonly Group[],
  directoryExists: (path: string) => boolean = existsSync,
): Configuration {
  const faults: string[] = [];
  const adjusted: Adjustment[] = [];
  const read = ({ name, schema, limits }: Variable<unknown>): unknown => {
    const text = environment[name]?.trim() || undefined;
    const { success, data, error } = schema.safeParse(text);
    if (!success) {
      faults.push(`${name} must be ${error.issues[0]?.message}, not "${withoutUserinfo(String(text))}"`);
      return schema.parse(undefined);
    }
    if (limits === undefined) return data;
    const used = Math.min(Math.max(Number(data), limits.least), limits.most);
    if (used !== data) adjusted.push({ variable: name, value: String(text), used });
    return used;
  };
  const values = Object.fromEntries(
    Object.entries(variables(groups)).map(([key, variable]) => [key, read(variable)]),
  ) as { -readonly [K in keyof Variables]: ValueOf<Variables[K]> };
  if (values.uiPort === values.metricsPort)
    faults.push(`UI_PORT and METRICS_PORT must differ; both are ${values.uiPort}`);
  if (faults.length > 0) throw new ConfigurationError(faults);
  values.databasePath ||= defaultDatabase(directoryExists);
  return { ...values, adjusted };
}

/** A URL may have a password in it, which is not for the log. */
function withoutUserinfo(text: string): string {
  return text.replace(/^(.*?:\/\/)?.*@/s, '$1…@');
}

function defaultDatabase(directoryExists: (path: string) => boolean): string {
  return directoryExists(SYSTEM_DIRECTORY) ? `${SYSTEM_DIRECTORY}/connections.db` : './data/connections.db';
}
