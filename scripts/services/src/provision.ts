/** Brings the services that tests need to this machine; `npm test` runs it. What cannot be had is written down. */
import { ProvisionError } from './commands';
import { provisionGremlinServer } from './provision-gremlin-server';
import { provisionMoto } from './provision-moto';
import { markMissing, type ServiceName } from './provisions';

const provisions: readonly { readonly service: ServiceName; readonly provide: () => void }[] = [
  { service: 'gremlin-server', provide: provisionGremlinServer },
  { service: 'moto', provide: provisionMoto },
];

for (const { service, provide } of provisions) {
  try {
    provide();
    console.log(`✓ ${service}`);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    markMissing(service, error.message);
    console.log(`✗ ${service}: ${error.message}`);
  }
}
