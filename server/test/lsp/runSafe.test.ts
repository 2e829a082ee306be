import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { answer, faultReporter, inBackground } from '../../src/lsp/runSafe';

test('a fault is told by its kind and place, once, and never by its words', async () => {
  const told: string[] = [];
  const report = faultReporter((sentence) => told.push(sentence));
  const fail = () => {
    throw new TypeError('the text: secret');
  };
  for (let time = 0; time < 3; time++) {
    const result = await answer('hover', CancellationToken.None, report, fail);
    assert.ok(result instanceof ResponseError);
    assert.doesNotMatch(JSON.stringify(result.toJson()), /secret/);
  }
  await inBackground('scan', report, fail);
  await inBackground('scan', report, () => Promise.reject('secret'));
  assert.deepEqual(
    told.map((sentence) => sentence.split('\n')[0]),
    ['hover: TypeError', 'scan: TypeError', 'scan: not an Error'],
  );
  assert.ok(told.every((sentence) => !sentence.includes('secret')));
});

test('a request that was cancelled is neither worked on nor answered with a result', async () => {
  const cancelling = new CancellationTokenSource();
  const late = await answer('hover', cancelling.token, assert.fail, () => {
    cancelling.cancel();
    return 1;
  });
  assert.equal(late instanceof ResponseError && late.code, -32800);
  const early = await answer('hover', cancelling.token, assert.fail, () => assert.fail());
  assert.equal(early instanceof ResponseError && early.code, -32800);
});
