import { type Dialect, exceptFor } from '../../dialect';

/** Config Connector's objects: the names of the API inside of a `spec`. */
export const connector: Dialect = { name: 'configConnector', spell: (apiField) => apiField };

/** Its access levels, which have a field in the provider's spelling. */
export const connectorLevels = exceptFor(connector, 'configConnector', { requireScreenlock: 'requireScreenLock' });
