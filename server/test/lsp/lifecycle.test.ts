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
