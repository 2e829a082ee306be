// mocha's build for browsers reads `location.search` while it is loaded; Node has no location.
if (!('location' in globalThis)) Object.assign(globalThis, { location: { search: '' } });
