/** How often something is repeated: a few times in `npm test`, as often as it takes in `npm run test:series`. */
export function series(usual: number, whole: number): number {
  return process.env['SNP_SERIES'] ? whole : usual;
}
