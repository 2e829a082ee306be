import type { Dialect } from '../../dialect';

/** Config Connector's objects: the names of the API inside of a `spec`. */
export const connector: Dialect = { name: 'configConnector', spell: (apiField) => apiField };
