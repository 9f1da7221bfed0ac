// Loaded into the exporter before anything else (`node --require`): a wall clock that the test sets, by the ms that it writes
// into the file WALL_CLOCK_FILE. The monotonic clock and the timers stay as they are, as on a machine whose time is set.
const { readFileSync } = require('node:fs');
const { setInterval } = require('node:timers');

const READ_EVERY_MS = 20;
const RealDate = Date;
let setBy = 0;

setInterval(() => {
  const text = readFileSync(process.env.WALL_CLOCK_FILE, 'utf8');
  // An empty file is one that is being written.
  if (text !== '') setBy = Number(text);
}, READ_EVERY_MS).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + setBy);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + setBy;
  }
};
