/** A request that waits for a connection does not hear its signal: undici looks at it again only once the connection is open. */
import type { Dispatcher } from 'undici';

/** The answer, or a rejection as soon as `signal` fires, whatever the request is waiting for. An answer that comes later is thrown away. */
export function inTime(signal: AbortSignal, asked: Promise<Dispatcher.ResponseData>): Promise<Dispatcher.ResponseData> {
  return new Promise((resolve, reject) => {
    let over = false;
    const late = (): void => {
      over = true;
      reject(new Error('no answer in time'));
    };
    if (signal.aborted) late();
    else signal.addEventListener('abort', late, { once: true });
    asked.then(
      (answer) => {
        signal.removeEventListener('abort', late);
        if (over) answer.body.on('error', () => undefined).destroy();
        else resolve(answer);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', late);
        reject(error instanceof Error ? error : new Error('the request failed'));
      },
    );
  });
}
