// The measure of the speed figures: a bare Express that takes a body and sends the same bytes back; in several processes when asked.
import cluster from 'node:cluster';
import express from 'express';

const processes = Number(process.env.ECHO_PROCESSES ?? 1);

if (processes > 1 && cluster.isPrimary) {
  let listening = 0;
  for (let index = 0; index < processes; index += 1) cluster.fork();
  cluster.on('listening', (_worker, { port }) => {
    listening += 1;
    if (listening === processes) process.stdout.write(`Echo listening on http://127.0.0.1:${port}\n`);
  });
  process.on('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers)) worker.process.kill('SIGKILL');
    process.exit(0);
  });
} else {
  const app = express();
  app.post('/', (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => response.type('json').send(Buffer.concat(chunks)));
  });
  const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    if (processes === 1) process.stdout.write(`Echo listening on http://127.0.0.1:${server.address().port}\n`);
  });
  server.keepAliveTimeout = 65_000;
}
