/** The OpenAPI document, made from the schemas that check the requests. */
import { z } from 'zod';
import { PROBLEM_CODES } from './problem.ts';
import { type Route, route } from './route.ts';

const problem = z.object({
  error: z.object({
    code: z.string().describe(`One of ${PROBLEM_CODES.join(', ')}, or the code of a refusal`),
    message: z.string().describe("For people, in the reader's language (Accept-Language)"),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

const answersOf = (of: Route): object => {
  const told = Object.entries(of.answers).map(([status, answer]) => [
    status,
    typeof answer === 'string'
      ? { description: answer }
      : { description: of.summary, ...json(schemaOf(answer, 'output')) },
  ]);
  const problems = { description: 'Refused', ...json({ $ref: '#/components/schemas/Problem' }) };
  return { ...Object.fromEntries(told), '4XX': problems };
};

const parametersOf = (of: Route): readonly object[] => {
  const inPath = [...of.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (!(of.query instanceof z.ZodObject)) return inPath;
  const { query } = of;
  const asked = Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
  }));
  return [...inPath, ...asked];
};

const SECURITY = {
  token: { type: 'http', scheme: 'bearer', description: 'Token of one conversation' },
  secret: { type: 'http', scheme: 'bearer', description: 'DIRECTLINE_SECRET' },
  session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Signed in at the desk' },
};

const operationOf = (of: Route): object => ({
  summary: of.summary,
  tags: [of.tag],
  parameters: parametersOf(of),
  ...(of.body && { requestBody: { required: !of.bodyOptional, ...json(schemaOf(of.body, 'input')) } }),
  ...(of.security && { security: [{ [of.security]: [] }] }),
  responses: answersOf(of),
});

export const openApi = (routes: readonly Route[], version: string): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const of of routes.filter(({ tag }) => tag !== 'pages')) {
    const path = of.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [of.method.toLowerCase()]: operationOf(of) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CalmDesk', version },
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'output') }, securitySchemes: SECURITY },
  };
};

/** Made at the first question: nobody asks at start. */
export const openApiRoute = (routes: () => readonly Route[], version: string): Route => {
  let text: string | undefined;
  return route({
    method: 'GET',
    path: '/api/openapi.json',
    tag: 'operations',
    summary: 'This document',
    answers: { 200: 'OpenAPI 3.1' },
    handle: () => {
      text ??= JSON.stringify(openApi(routes(), version));
      return { status: 200, body: text, headers: { 'Content-Type': 'application/json; charset=utf-8' } };
    },
  });
};
