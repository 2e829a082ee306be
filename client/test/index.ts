// The suite that runs inside a real VS Code: bundled once for the Node host and once for the web. The order of imports matters.
import './host/location';
import 'mocha/mocha.js';
import './host/setup';
import './findings.test';
import './repairs.test';
import './otherFiles.test';
import './outline.test';
import './snippets.test';
// Before what closes pages while they load: VS Code's server without an address for each webview then waits for ever in the next one.
import './grants.test';
import './server.test';
import './completion.test';
import './activation.bench';

/** What VS Code calls; it takes a rejection for a failed run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
