export { type GremlinServer, startGremlinServer } from './gremlin-server';
export { type ServiceName, whyMissing } from './provisions';
