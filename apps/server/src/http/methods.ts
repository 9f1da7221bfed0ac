import type { OpenAPIObject } from '@nestjs/swagger';
import type { PathMethods } from '@snp/http';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The methods of every path of the API. */
export function methodsOf({ paths }: OpenAPIObject): PathMethods[] {
  return Object.entries(paths).map(([path, operations]) => ({
    path,
    methods: [
      ...METHODS.filter((method) => operations[method]).map((method) => method.toUpperCase()),
      ...(operations.get ? ['HEAD'] : []),
      'OPTIONS',
    ],
  }));
}
