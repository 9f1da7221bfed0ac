/** The root of the workspace: every command of it is started there. */
export const ROOT = process.cwd();
