// The measure of the speed figures: a bare Express that takes a body and sends the same bytes back.
import express from 'express';

const app = express();
app.post('/', (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => response.type('json').send(Buffer.concat(chunks)));
});
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`Genehook listening on http://127.0.0.1:${server.address().port}\n`));
