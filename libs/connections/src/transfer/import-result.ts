import type { ImportOutcome, ImportResultDto } from '../dto/transfer.dto';
import { PASSWORD_MISSING, type PlannedEntry } from './import-plan';

/** The answer to an import, in today's words where there are some. */
export function importResult(
  plan: readonly PlannedEntry[],
  { isDryRun }: { readonly isDryRun: boolean },
): ImportResultDto {
  const count = (outcome: ImportOutcome): number => plan.filter((entry) => entry.outcome === outcome).length;
  return {
    message: isDryRun ? 'Import checked, nothing was written' : 'Import completed',
    dry_run: isDryRun,
    imported: count('added'),
    updated: count('updated'),
    skipped: count('skipped') + count('unchanged'),
    refused: count('refused'),
    errors: plan.flatMap(errorOf),
    entries: plan.map(({ position, name, outcome, reasons }) => ({ position, name, outcome, reasons: [...reasons] })),
  };
}

function errorOf({ position, name, outcome, reasons }: PlannedEntry): string[] {
  if (outcome === 'skipped') return reasons.map(({ message }) => message);
  if (reasons[0] === PASSWORD_MISSING) return [`Connection '${name}' has no password: added disabled`];
  if (outcome !== 'refused') return [];
  const why = reasons.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join('; ');
  return [`Entry ${position}${name === null ? '' : ` ('${name}')`}: ${why}`];
}
