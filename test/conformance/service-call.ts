/** One service of the made-up clinic, and a call of it. */
import request from 'supertest';
import { createTestApp } from '../service/harness.ts';

export const SERVICE = '/cds-services/pgx-order-sign';
export const { app } = createTestApp();

/** A text is sent as it is. */
export const send = (body: unknown, type = 'application/json') =>
  request(app)
    .post(SERVICE)
    .set('content-type', type)
    .send(typeof body === 'string' ? body : JSON.stringify(body));
