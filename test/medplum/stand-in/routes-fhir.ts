/** The FHIR interactions. */
import { badRequest, getStatus, OperationOutcomeError } from '@medplum/core';
import type { Bundle, OperationOutcome, Resource } from '@medplum/fhirtypes';
import type { Express, Request, Response } from 'express';
import type { Stored } from './repository.ts';
import { runBundle } from './transaction.ts';
import { asRecord, type World } from './world.ts';

export function fhirRoutes(app: Express, { store, options, base, repositoryOf, signedIn }: World): void {
  app.post(['/fhir/R4', '/fhir/R4/'], (request, response) => {
    const bundle = asRecord(request.body);
    if (bundle.resourceType !== 'Bundle') throw new OperationOutcomeError(badRequest('Not a bundle'));
    const { transactions = true } = options;
    response.json(
      runBundle(store, repositoryOf(signedIn(request)), bundle as unknown as Bundle, { transactions, checkReferences: transactions }),
    );
  });
  app.get('/fhir/R4/:type', (request, response) => {
    const query = new URL(request.originalUrl, base).search;
    response
      .type('application/fhir+json')
      .json(repositoryOf(signedIn(request)).search(`${request.params.type}${query}`, `${base}fhir/R4/`));
  });
  app.post('/fhir/R4/:type', (request, response) => {
    const repository = repositoryOf(signedIn(request));
    response.status(201).json(repository.create(resourceOf(request, request.params.type)));
  });
  app.get('/fhir/R4/:type/:id', (request, response) => {
    response.type('application/fhir+json').json(repositoryOf(signedIn(request)).read(request.params.type, request.params.id));
  });
  app.put('/fhir/R4/:type/:id', (request, response) => {
    const resource = resourceOf(request, request.params.type);
    if (resource.id !== request.params.id) throw new OperationOutcomeError(badRequest('Incorrect ID'));
    response.json(repositoryOf(signedIn(request)).update(resource as Stored));
  });
  app.delete('/fhir/R4/:type/:id', (request, response) => {
    repositoryOf(signedIn(request)).remove(request.params.type, request.params.id);
    response.json({
      resourceType: 'OperationOutcome',
      id: 'ok',
      issue: [{ severity: 'information', code: 'informational', details: { text: 'All OK' } }],
    });
  });
}

export function sendOutcome(response: Response, outcome: OperationOutcome): void {
  response.status(getStatus(outcome)).json(outcome);
}

function resourceOf(request: Request, type: string): Resource {
  const resource = asRecord(request.body);
  if (resource.resourceType !== type)
    throw new OperationOutcomeError(
      badRequest(`Incorrect resource type: expected ${type}, but found ${String(resource.resourceType ?? '<EMPTY>')}`),
    );
  return resource as unknown as Resource;
}
