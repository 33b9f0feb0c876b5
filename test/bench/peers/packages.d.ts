// What the peers' programs use of their packages, which are installed only when the benchmark runs.

declare module 'express' {
  interface Application {
    use(path: string, router: unknown): void;
    disable(setting: string): void;
    listen(port: number, host: string, done: () => void): import('node:http').Server;
  }
  const express: () => Application;
  export default express;
}

declare module 'scimmy-routers' {
  const SCIMMYRouters: new (scheme: {
    type: 'bearer';
    /** Throws for a request that may not pass. */
    handler: (request: import('node:http').IncomingMessage) => void;
  }) => unknown;
  export default SCIMMYRouters;
}

declare module 'scimmy' {
  interface Stored {
    id: string;
    meta: object;
    [attribute: string]: unknown;
  }
  interface Resource {
    /** Absent on creation and for lists. */
    id?: string;
    /** One object for each branch of the filter, e.g. `{ userName: ['eq', 'jane'] }`. */
    filter?: Record<string, unknown>[] & { match(all: Stored[]): Stored[] };
    constraints?: { startIndex?: number; count?: number; totalResults?: number };
  }
  interface Handled {
    ingress(handler: (resource: Resource, instance: object) => Stored): Handled;
    egress(handler: (resource: Resource) => Stored | Stored[]): Handled;
    degress(handler: (resource: Resource) => void): Handled;
  }
  const SCIMMY: {
    Resources: { User: Handled; Group: Handled; declare(resource: Handled): void };
    Types: { Error: new (status: number, scimType: string | null, detail: string) => Error };
  };

  export type { Resource, Stored };
  export default SCIMMY;
}

declare module '@boxyhq/saml-jackson' {
  interface Answer {
    status: number;
    data?: unknown;
  }
  interface SyncRequest {
    method: string;
    resourceType: string;
    resourceId: string | undefined;
    directoryId: string;
    apiSecret: string;
    body: unknown;
    query: { startIndex?: number; count?: number; filter?: string };
  }
  export function controllers(options: {
    externalUrl: string;
    samlPath: string;
    noAnalytics: boolean;
    /** `pageLimit` is the most resources of a page, 50 unless told otherwise. */
    db: { engine: 'mem' | 'sql'; type?: 'sqlite'; url?: string; pageLimit: number };
    logger: { info(): void };
  }): Promise<{
    directorySyncController: {
      directories: {
        create(directory: { tenant: string; product: string; type: 'okta-scim-v2' }): Promise<{
          data: { id: string; scim: { secret: string } } | null;
        }>;
      };
      requests: { handle(request: SyncRequest): Promise<Answer> };
    };
  }>;
}
