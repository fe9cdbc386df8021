import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { describe } from "./openapi-operations.ts";
import { namedSchemas as schemaRegistry, withoutUnused } from "./openapi-schemas.ts";

const withSchemas = createJsonSchemaTransformObject({ schemaRegistry });

/**
 * Describes the API as OpenAPI 3.1 at `/docs`, for people, and at `/docs/json`, for programs. Register before the
 * routes.
 */
export async function documentApi(app: FastifyInstance, university: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: `${university}: the university's API`,
        version: "1",
        description:
          "Records and rules of the university. Programs call with the service key, on behalf of a student with the token of a login. Every “no” is a problem of RFC 9457.",
      },
      servers: [{ url: "/" }],
      components: {
        securitySchemes: {
          service: { type: "http", scheme: "bearer", description: "The service key" },
          student: { type: "http", scheme: "bearer", description: "The token of a login" },
          staff: {
            type: "http",
            scheme: "bearer",
            description:
              "The token of a member of staff's login; or the service key, with `Rabta-Staff-Chat` naming a chat that they have linked, like `telegram:42`",
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject(document) {
      const complete = withSchemas(document);
      return "components" in complete ? withoutUnused(describe(complete)) : complete;
    },
  });
  // What is there is served from here: the page works without the internet, and its scripts are files of ours.
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: true,
    transformStaticCSP: () =>
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    uiConfig: { deepLinking: true, validatorUrl: null },
  });
}
