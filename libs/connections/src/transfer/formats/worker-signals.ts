import inspector from 'node:inspector';

// Signals of a terminal reach this process too. Only the exporter ends it, or it ends with the exporter.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

// One that Node.js has opened at a SIGUSR1 before there was a listener.
if (inspector.url() !== undefined) inspector.close();
