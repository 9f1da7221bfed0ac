/** A line of a JSON tree. */
export interface JsonNode {
  /** JSON pointer; identifies the line. */
  readonly path: string;
  readonly depth: number;
  readonly key: string;
  /** The value, or the number of children. */
  readonly text: string;
  readonly kind: 'branch' | 'string' | 'number' | 'other';
  readonly isOpen: boolean;
}

type Json = unknown;

/** Maximum number of lines. */
const MOST_NODES = 20_000;

/** The visible lines: the open branches, or the matches of a search with their parents. */
export function visibleNodes(value: Json, open: ReadonlySet<string>, search: string): readonly JsonNode[] {
  const nodes: JsonNode[] = [];
  const text = search.trim().toLowerCase();
  for (const [key, child] of childrenOf(value)) {
    if (text === '') addOpen(nodes, key, child, '', 0, open);
    else addFound(nodes, key, child, '', 0, text);
  }
  return nodes;
}

/** Whether a value has children. */
function isBranch(value: Json): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function addOpen(
  nodes: JsonNode[],
  key: string,
  value: Json,
  parent: string,
  depth: number,
  open: ReadonlySet<string>,
): void {
  if (nodes.length >= MOST_NODES) return;
  const path = pathOf(parent, key);
  const isOpen = isBranch(value) && open.has(path);
  nodes.push(nodeOf(path, depth, key, value, isOpen));
  if (!isOpen) return;
  for (const [childKey, child] of childrenOf(value)) addOpen(nodes, childKey, child, path, depth + 1, open);
}

/** Adds a value and its children when it or one of them matches. */
function addFound(nodes: JsonNode[], key: string, value: Json, parent: string, depth: number, text: string): boolean {
  if (nodes.length >= MOST_NODES) return false;
  const path = pathOf(parent, key);
  const at = nodes.length;
  let isFound = key.toLowerCase().includes(text) || (!isBranch(value) && textOf(value).toLowerCase().includes(text));
  for (const [childKey, child] of isBranch(value) ? childrenOf(value) : []) {
    if (addFound(nodes, childKey, child, path, depth + 1, text)) isFound = true;
  }
  if (isFound) nodes.splice(at, 0, nodeOf(path, depth, key, value, nodes.length > at));
  return isFound;
}

function nodeOf(path: string, depth: number, key: string, value: Json, isOpen: boolean): JsonNode {
  const kind = isBranch(value)
    ? 'branch'
    : typeof value === 'string' || typeof value === 'number'
      ? typeof value
      : 'other';
  return { path, depth, key, text: textOf(value), kind: kind as JsonNode['kind'], isOpen };
}

function textOf(value: Json): string {
  if (!isBranch(value)) return JSON.stringify(value) ?? '';
  const count = Object.keys(value).length;
  return Array.isArray(value) ? `[${count}]` : `{${count}}`;
}

function childrenOf(value: Json): [string, Json][] {
  return isBranch(value) ? Object.entries(value) : [];
}

function pathOf(parent: string, key: string): string {
  return `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
