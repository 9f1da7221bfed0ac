const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The order of names for a reader: case does not count, and SNP-9 comes before SNP-10. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

/** The letter of a processor: `processorA` is A. */
export function processorLetter(processor: string): string {
  return processor.replace('processor', '');
}
