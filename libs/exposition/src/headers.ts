import type { Family, Format } from './family';
import { wellFormed } from './label-text';
import { openMetricsMetadata, textMetadata } from './open-metrics';

const cache = new WeakMap<readonly Family[], Map<Format, readonly string[]>>();

/** The lines that stand before the series of each family, by its index. */
export function headersOf(families: readonly Family[], format: Format): readonly string[] {
  const known = cache.get(families) ?? new Map<Format, readonly string[]>();
  cache.set(families, known);
  const headers = known.get(format) ?? (format === 'text' ? textHeaders(families) : openMetricsHeaders(families));
  known.set(format, headers);
  return headers;
}

function textHeaders(families: readonly Family[]): string[] {
  return families.map((family) => {
    const { name, type } = textMetadata(family);
    return `# HELP ${name} ${escapeHelp(family.help)}\n# TYPE ${name} ${type}\n`;
  });
}

function openMetricsHeaders(families: readonly Family[]): string[] {
  return openMetricsMetadata(families).map(({ name, type, unit }, index) => {
    const unitLine = unit === undefined ? '' : `# UNIT ${name} ${unit}\n`;
    const help = escapeHelp(families[index].help).replaceAll('"', '\\"');
    return `# TYPE ${name} ${type}\n${unitLine}# HELP ${name} ${help}\n`;
  });
}

function escapeHelp(help: string): string {
  return wellFormed(help).replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\0', '\ufffd');
}
