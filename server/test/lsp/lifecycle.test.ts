import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { exitCode, startEditor, startProcess } from './editor';

async function connect() {
  const server = await startProcess('--stdio');
  assert.ok(server.stdout && server.stdin);
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  return { server, connection };
}

const initialize = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };

test('requests before initialize are refused, and it can be initialized still', async () => {
  const { server, connection } = await connect();
  const request = { textDocument: { uri: 'file:///a.json' } };
  await assert.rejects(connection.sendRequest('textDocument/diagnostic', request), { code: -32002 });
  await assert.rejects(connection.sendRequest('leastwise/statistics'), { code: -32002 });
  await assert.rejects(connection.sendRequest('shutdown'), { code: -32002 });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...request.textDocument, languageId: 'json', version: 1, text: '' },
  });
  await connection.sendRequest('initialize', initialize);
  await assert.rejects(connection.sendRequest('initialize', initialize), { code: -32600 });
  await connection.sendNotification('initialized', {});
  assert.deepEqual(await connection.sendRequest('textDocument/diagnostic', request).then((report) => Object(report).items), []);
  await connection.sendRequest('shutdown');
  await assert.rejects(connection.sendRequest('textDocument/diagnostic', request), { code: -32600 });
  const exit = exitCode(server);
  await connection.sendNotification('exit');
  assert.equal(await exit, 0);
});

test('exit without shutdown is a failure, and so is losing the client', async () => {
  const told = await connect();
  await told.connection.sendRequest('initialize', initialize);
  const exit = exitCode(told.server);
  await told.connection.sendNotification('exit');
  assert.equal(await exit, 1);

  const lost = await connect();
  await lost.connection.sendRequest('initialize', initialize);
  const end = exitCode(lost.server);
  lost.server.stdin?.end();
  assert.equal(await end, 1);
});

test('once it was shut down, losing the client is no failure', async () => {
  const { server, connection } = await connect();
  await connection.sendRequest('initialize', initialize);
  await connection.sendRequest('shutdown');
  for (const method of ['initialize', 'shutdown'])
    await assert.rejects(
      connection.sendRequest(method, method === 'initialize' ? initialize : undefined),
      { code: -32600 },
      method,
    );
  const exit = exitCode(server);
  server.stdin?.end();
  assert.equal(await exit, 0);
});

test('what it has not heard of is refused, or passed over where nobody waits for an answer', async () => {
  const { server, connection } = await connect();
  await connection.sendNotification('$/setTrace', { value: 'verbose' });
  await connection.sendNotification('leastwise/nothing', {});
  await connection.sendRequest('initialize', initialize);
  for (const method of ['$/nothing', 'textDocument/nothing', 'leastwise/nothing', 'workspace/diagnostic'])
    await assert.rejects(connection.sendRequest(method, {}), { code: -32601 }, method);
  for (const method of ['$/nothing', '$/cancelRequest', 'textDocument/nothing', 'leastwise/nothing', 'textDocument/didSave'])
    await connection.sendNotification(method, {});
  assert.ok(await connection.sendRequest('leastwise/statistics'));
  server.kill();
});

test('noise on the channel is passed over', async () => {
  const { server, connection } = await connect();
  await connection.sendRequest('initialize', initialize);
  /** What came right behind a bad header waits in the reader until more comes. */
  const isAnswering = async () => {
    let answered = false;
    const answer = connection.sendRequest('leastwise/statistics').then(() => {
      answered = true;
    });
    while (!answered && server.exitCode === null) {
      await connection.sendNotification('$/nothing');
      await new Promise((resume) => setImmediate(resume));
    }
    await answer;
  };
  const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const noise = [
    'noise\r\n\r\n',
    'Noise: 1\r\n\r\n',
    'Content-Length: noise\r\n\r\n',
    framed(''),
    framed('{"noise":'),
    framed('"noise"'),
    framed('null'),
    framed('[]'),
    framed('{"jsonrpc":"2.0","id":{"noise":1},"method":"leastwise/statistics"}'),
    framed('{"jsonrpc":"2.0","id":"noise","result":null}'),
    framed('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":"noise"}'),
    framed('{"jsonrpc":"2.0","method":"textDocument/didChange"}'),
  ];
  for (const bytes of noise) {
    server.stdin?.write(bytes);
    await isAnswering();
  }
  await connection.sendRequest('shutdown');
  const exit = exitCode(server);
  await connection.sendNotification('exit');
  assert.equal(await exit, 0);
});

test('it speaks over the channel that VS Code uses, too', async () => {
  const server = await startProcess('--node-ipc');
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  const result: InitializeResult = await connection.sendRequest('initialize', initialize);
  assert.equal(result.serverInfo?.name, 'Leastwise');
  await connection.sendRequest('shutdown');
  const exit = exitCode(server);
  await connection.sendNotification('exit');
  assert.equal(await exit, 0);
});

test('the server ends with the editor that started it', async () => {
  const { server, connection } = await connect();
  const parent = await startProcess('--stdio');
  await connection.sendRequest('initialize', { ...initialize, processId: parent.pid ?? null });
  const exit = exitCode(server);
  parent.kill();
  assert.equal(await exit, 1);
});

test('without a transport it says how it is started', async () => {
  const server = await startProcess();
  assert.equal(await exitCode(server), 2);
});

test('a request that makes no sense is answered with an error that quotes nothing, and the server goes on', async () => {
  const editor = await startEditor();
  await editor.open('file:///a.json', '{"bindings":[{"role":"roles/viewer","members":["allUsers"]}]}');
  const nonsense = { textDocument: { uri: 'file:///a.json' }, range: 'secret', context: null };
  await assert.rejects(
    editor.connection.sendRequest('textDocument/codeAction', nonsense),
    (error: Error) => !error.message.includes('secret'),
  );
  await assert.rejects(editor.connection.sendRequest('textDocument/nothing', {}), { code: -32601 });
  assert.equal((await editor.diagnostics('file:///a.json')).length, 1);
  assert.ok(editor.log.every((line) => !line.includes('secret')));
  const exit = exitCode(editor.server);
  await editor.connection.sendRequest('shutdown');
  await editor.connection.sendNotification('exit');
  assert.equal(await exit, 0);
});

test('a fault while handling a notification is told by its place alone', async () => {
  const editor = await startEditor();
  await editor.open('file:///a.json', '{}');
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///a.json', version: 2 },
    contentChanges: [{ nonsense: 'secret' }],
  });
  assert.deepEqual(await editor.diagnostics('file:///a.json'), []);
  assert.ok(editor.log.some((line) => line.startsWith('changed: ')));
  assert.ok(editor.log.every((line) => !line.includes('secret')));
  editor.server.kill();
});
