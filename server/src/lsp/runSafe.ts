import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where faults of our own are told. What is told holds no text of any file. */
export type ReportFault = (where: string, error: unknown) => void;

/** Answers a request: with the result, with "cancelled", or, when `work` fails, with an error. Never rejects. */
export async function answer<R>(
  name: string,
  token: CancellationToken,
  report: ReportFault,
  work: () => R | Promise<R>,
): Promise<R | ResponseError<never>> {
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await work();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    report(name, error);
    return new ResponseError<never>(ErrorCodes.InternalError, `Leastwise could not answer ${name}.`);
  }
}

/** Runs what nobody waits for. Never rejects. */
export async function inBackground(name: string, report: ReportFault, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(name, error);
  }
}

/** Each fault is told once: one that sits in a rule comes back with every keystroke. */
export function faultReporter(tell: (sentence: string) => void): ReportFault {
  const told = new Set<string>();
  return (where, error) => {
    const kind = error instanceof Error ? (/^\w+$/.test(error.name) ? error.name : 'Error') : 'not an Error';
    const places = placesOf(error);
    const fault = `${where}: ${[kind, ...places.slice(0, 1)].join(' ')}`;
    if (told.has(fault)) return;
    told.add(fault);
    tell([`${where}: ${kind}`, ...places].join('\n'));
  };
}

/** Where the error was thrown. Its message is left out everywhere, since parsers quote the text they were given. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  // A message of several lines may hold one that looks like a place.
  return stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : stack.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
