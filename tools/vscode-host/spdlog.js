// Stands in for VS Code's native log writer: what the output view of a log shows is read from these files. One assignment for each
// name, since Node finds the names that an `import` asks for only in this form.
const { appendFile, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

async function createLogger(_name, path) {
  mkdirSync(dirname(path), { recursive: true });
  const write = (level) => (message) => {
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFile(path, `${time} [${level}] ${message}\n`, () => {});
  };
  const nothing = () => {};
  const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
  const writers = Object.fromEntries(levels.map((level) => [level, write(level)]));
  const settings = {
    setLevel: nothing,
    getLevel: () => 0,
    setPattern: nothing,
    clearFormatters: nothing,
    flush: nothing,
    drop: nothing,
  };
  return { ...writers, warn: writers.warning, ...settings };
}

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
