import { report } from './reporter';

// The tests below call `describe` and `it` while they are loaded, so mocha must be set up before. A test ends by itself when nothing more
// happens; only what truly hangs is ended by the clock.
mocha.setup({ ui: 'bdd', timeout: 600_000, reporter: report as never });

// What is only measured would take from the tests what they are to show: here, that opening a file starts the extension. A browser
// worker has no environment.
const environment = globalThis.process?.env ?? {};
if (environment.LEASTWISE_MEASURE) mocha.grep(/^measured: /);
// In a desktop window nobody is there to press keys.
else if (environment.LEASTWISE_NO_KEYBOARD) mocha.grep(/^measured: |with the keyboard/).invert();
else mocha.grep(/^measured: /).invert();
