import { Gauge, Registry } from 'prom-client';
import { FAMILIES, OBJECTS, type Fleet } from './fleet';

/** The same series in prom-client: one gauge a family, `target` as one more label. */
export function registryOf(fleet: Fleet): {
  registry: Registry;
  change: (device: number, objects: typeof OBJECTS, round: number) => void;
} {
  const registry = new Registry();
  const gauges = FAMILIES.map(
    ({ name, help, labels }) => new Gauge({ name, help, labelNames: ['target', ...labels], registers: [registry] }),
  );
  const change = (device: number, objects: typeof OBJECTS, round: number): void => {
    const target = fleet.nameOf(device);
    fleet.visit(device, objects, round, (family, values, value) => {
      const labels: Record<string, string> = { target };
      FAMILIES[family].labels.forEach((name, i) => (labels[name] = values[i]));
      gauges[family].set(labels, value);
    });
  };
  for (let device = 0; device < fleet.devices; device++) change(device, OBJECTS, 0);
  return { registry, change };
}
