/** Preloaded into a program: it ends as by SIGTERM when the process that started it is gone, killed for example. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
