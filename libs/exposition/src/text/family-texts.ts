import { compact } from './compact';
import type { Family, Format } from '../family';
import { wellFormed } from './label-text';
import { openMetricsMetadata, textMetadata } from './open-metrics';

/** The texts of families that never change, each by the index of its family. */
export class FamilyTexts {
  readonly names: readonly string[];
  /** The lines that stand before the series. */
  readonly headers: Readonly<Record<Format, readonly string[]>>;

  constructor(families: readonly Family[]) {
    this.names = families.map(({ name }) => compact(name));
    this.headers = {
      text: textHeaders(families).map(compact),
      openmetrics: openMetricsHeaders(families).map(compact),
    };
  }
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
