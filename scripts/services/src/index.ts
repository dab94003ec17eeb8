export { type AwsProxy, type Fault, startAwsProxy } from './aws-proxy';
export { type GremlinServer, startGremlinServer } from './gremlin-server';
export { type Moto, startMoto } from './moto';
export { type ServiceName, whyMissing } from './provisions';
