/** A metric of the exporter in an expression, with what is asked of its labels. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}

/** The metrics of the exporter in an expression of PromQL. */
export function selectors(expr: string): Selector[] {
  return [...expr.matchAll(/\b(ic_snp_\w+)(?:\{([^}]*)\})?/g)].map(([, metric, matchers = '']) => ({
    metric,
    matchers: [...matchers.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)].map(([, label, operator, value]) => ({
      label,
      operator,
      value,
    })),
  }));
}
