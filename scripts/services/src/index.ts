export { type AwsProxy, type Fault, startAwsProxy } from './aws-proxy';
export { type GitHub, type Refusal, startGitHub } from './github';
export { type GremlinServer, startGremlinServer } from './gremlin-server';
export { type Moto, startMoto } from './moto';
export { type ServiceName, whyMissing } from './provisions';
export { type Fate, startTcpProxy, type TcpProxy } from './tcp-proxy';
export { OWN_ACCOUNT, REGION, roleOf, TEST_ENVIRONMENT, TestAccount } from './test-account';
