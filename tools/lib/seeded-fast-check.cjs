// fast-check as the unit tests have it: with the same inputs in every run. FAST_CHECK_SEED chooses others.
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

fastCheck.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) });
module.exports = fastCheck;
