import inspector from 'node:inspector';

/** What follows a first signal to end within this time is the same wish: from a terminal and from what passes it on. */
const SAME_WISH_MS = 1_000;

/** How often to look for an open inspector, in ms. */
const INSPECTOR_LOOK_MS = 500;

/** What the exporter does at signals, once it runs. */
export interface SignalActions {
  /** Ends the program cleanly. */
  stop(): void;
  /** Re-reads the connections. */
  reload(): void;
}

let actions: SignalActions | undefined;
let toldToStopAt: number | undefined;

/** From now on, signals do this; before, those to end do so at once, and the others nothing. */
export function onSignals(wanted: SignalActions): void {
  actions = wanted;
}

function stop(): void {
  if (actions === undefined) process.exit(0);
  if (toldToStopAt === undefined) {
    toldToStopAt = performance.now();
    actions.stop();
  } else if (performance.now() - toldToStopAt > SAME_WISH_MS) {
    process.exit(1);
  }
}

/** By default, Node.js lets whoever may send SIGUSR1 debug the process, and read every password in its memory. */
function closeInspector(): void {
  const isWanted = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((option) =>
    option.includes('--inspect'),
  );
  if (!isWanted && inspector.url() !== undefined) inspector.close();
}

const LISTENERS: Readonly<Partial<Record<NodeJS.Signals, () => void>>> = {
  SIGTERM: stop,
  SIGINT: stop,
  SIGQUIT: stop,
  SIGHUP: () => actions?.reload(),
  SIGUSR1: () => undefined,
  SIGUSR2: () => undefined,
};

for (const [signal, listener] of Object.entries(LISTENERS)) process.on(signal, listener);

// A signal from before these listeners opens the inspector, and once more when the event loop begins.
closeInspector();
setImmediate(closeInspector);
setInterval(closeInspector, INSPECTOR_LOOK_MS).unref();
