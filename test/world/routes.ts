/** Every route of a running application, read twice: what its controllers declare, and what its HTTP server serves. */
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { mayKey, type May } from '../../src/modules/policy/may.guard.js';

export type Route = { readonly method: string; readonly path: string; readonly may: May | null };

type Layer = { readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> } };

/** What the controllers declare, with who may use it; null where that was forgotten. */
export const declaredRoutes = (app: INestApplication): readonly Route[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));

const routesOf = (controller: { readonly prototype: object }): readonly Route[] => {
  const bases = paths(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const action: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    if (typeof action !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, action)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, action) as number] ?? '';
    const may = (Reflect.getMetadata(mayKey, action) ?? Reflect.getMetadata(mayKey, controller) ?? null) as May | null;
    return bases.flatMap((base) =>
      paths(Reflect.getMetadata(PATH_METADATA, action)).map((path) => ({ method, path: joined(base, path), may })),
    );
  });
};

/** Where Nest hangs what every request passes through, such as the log; it answers nothing itself. */
const passedThrough = '{/*splat}';

/** What the server really answers to. */
export const servedRoutes = (app: INestApplication): readonly string[] => {
  const server = app.getHttpAdapter().getInstance() as { readonly router: { readonly stack: readonly Layer[] } };
  return server.router.stack.flatMap(({ route }) =>
    route === undefined || route.path === passedThrough
      ? []
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  );
};

const paths = (metadata: unknown): readonly string[] =>
  (Array.isArray(metadata) ? (metadata as unknown[]) : [metadata]).map((path) =>
    typeof path === 'string' ? path : '',
  );

const joined = (base: string, path: string): string =>
  `/${[base, path]
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;
