import { report } from './reporter';

// The tests below call `describe` and `it` while they are loaded, so mocha must be set up before.
mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: report as never });
