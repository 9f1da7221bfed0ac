// Loaded into the exporter: names below `dead.test` are never answered, those below `plant.test` are the devices of a fleet.
const dns = require('node:dns');
const { setImmediate } = require('node:timers');

const { lookup } = dns;
const isDead = (name) => name.endsWith('.dead.test');
/** `snp-7.plant.test` is 127.0.1.7. */
const addressOf = (name) => /^snp-(\d+)\.plant\.test$/.exec(name)?.[1].replace(/^/, '127.0.1.');

dns.lookup = (name, options, answer) => {
  if (isDead(name)) return;
  const address = addressOf(name);
  if (address === undefined) lookup(name, options, answer);
  else setImmediate(() => answer(null, [{ address, family: 4 }]));
};
dns.Resolver.prototype.resolve4 = (name, answer) => {
  const address = addressOf(name);
  if (!isDead(name)) setImmediate(() => (address ? answer(null, [address]) : answer(notFound(name))));
};
dns.Resolver.prototype.resolve6 = (name, answer) => {
  if (!isDead(name)) setImmediate(() => answer(notFound(name)));
};

function notFound(name) {
  return Object.assign(new Error(`queryA ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
}
