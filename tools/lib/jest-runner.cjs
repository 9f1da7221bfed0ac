// Jest's own runner, but of what a failing test threw only texts go on: Jest copies the rest between processes and
// into its results, and a response or a socket is full of circles that cannot be written as JSON.
const circus = require('jest-circus/runner').default;
const { inspect } = require('node:util');

/** An error as Jest prints it, and nothing else of it; anything else that was thrown, as a text. */
function plain(thrown) {
  if (thrown === null || !['object', 'function'].includes(typeof thrown)) return thrown;
  try {
    return isError(thrown) ? textsOf(thrown) : shown(inspect(thrown));
  } catch {
    return shown('a value that cannot be read');
  }
}

function isError({ message, stack }) {
  return typeof stack === 'string' || Boolean(message);
}

function textsOf({ message, stack, cause, errors }) {
  return {
    message: String(message),
    stack: String(stack ?? message),
    ...(cause?.stack && { cause: String(cause.stack) }),
    ...(Array.isArray(errors) && { errors: errors.map((each) => String(each?.stack ?? each)) }),
  };
}

function shown(text) {
  const message = `thrown: ${text}`;
  return { message, stack: message };
}

/** Jest has some errors together with the place of the test or the hook. */
function plainEach(errors) {
  return errors.map((each) => (Array.isArray(each) ? [plain(each[0]), each[1]] : plain(each)));
}

function plainTests(block) {
  for (const child of block.children) {
    if (child.type === 'test') child.errors = plainEach(child.errors);
    else plainTests(child);
  }
}

const FAILURES = ['test_fn_failure', 'hook_failure', 'error', 'run_finish'];

module.exports = (globalConfig, config, environment, runtime, testPath, send) => {
  const handle = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = (event, state) => {
    // An unhandled rejection waits here until its test, its hook or the file ends.
    const waiting = event.promise && state.unhandledRejectionErrorByPromiseTarget.get(event.promise);
    if (event.name === 'error') waiting?.set(event.promise, plain(event.error));
    if (event.name === 'test_done') event.test.errors = plainEach(event.test.errors);
    if (FAILURES.includes(event.name)) {
      plainTests(state.rootDescribeBlock);
      // Of `afterAll`, or of no test at all.
      state.unhandledErrors = plainEach(state.unhandledErrors);
    }
    return handle?.(event, state);
  };
  return circus(globalConfig, config, environment, runtime, testPath, send);
};
