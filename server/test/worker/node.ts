import { startProcess } from '../../bench/serverProcess';
import { type Answer, answersOf, editor } from './answers';

/** What the built server says as a process. */
export async function answersOfProcess(): Promise<readonly Answer[]> {
  const server = await startProcess(editor);
  const answers = await answersOf(server);
  await server.stop();
  return answers;
}
