import inspector from 'node:inspector';

// Signals of a terminal reach this process too. Only the exporter ends it, or it ends with the exporter.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'])
  process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

/** A SIGUSR1 from before these listeners opens the inspector, and once more when the event loop begins. */
function closeInspector(): void {
  if (inspector.url() !== undefined) inspector.close();
}

closeInspector();
setImmediate(closeInspector);
