// Jest's own runner, but of what a failing test threw only texts go on: Jest copies the rest between processes and
// into its results, and a response or a socket is full of circles that cannot be written as JSON.
const circus = require('jest-circus/runner').default;

/** An error as Jest prints it, and nothing else of it. */
function plain(thrown) {
  if (typeof thrown?.stack !== 'string' && !thrown?.message) return thrown;
  const { message, stack, cause, errors } = thrown;
  return {
    message: String(message),
    stack: stack ?? String(message),
    ...(cause?.stack && { cause: cause.stack }),
    ...(Array.isArray(errors) && { errors: errors.map((each) => each?.stack ?? String(each)) }),
  };
}

module.exports = (globalConfig, config, environment, runtime, testPath, send) => {
  environment.handleTestEvent = ({ name, test }) => {
    if (name !== 'test_done') return;
    test.errors = test.errors.map((each) => (Array.isArray(each) ? [plain(each[0]), each[1]] : plain(each)));
  };
  return circus(globalConfig, config, environment, runtime, testPath, send);
};
