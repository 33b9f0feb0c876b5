// floors/ holds what can be had at all on a machine: HTTP without a service behind it, and a disk that has really written.
// What may enter: programs that do one bare thing.

/** What every request to a bare server is answered with: a person, as large as the companion answers one. */
export const oneUser = JSON.stringify({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '0198a1f2-7c3e-7b4a-9d55-6f1c2e3d4a5b',
  externalId: '00u4711',
  userName: 'person4711@acme.example',
  name: { givenName: 'person4711', familyName: 'Doe' },
  displayName: 'person4711 Doe',
  locale: 'en-US',
  active: true,
  emails: [{ value: 'person4711@acme.example', type: 'work', primary: true }],
  groups: [],
  meta: {
    resourceType: 'User',
    created: '2026-01-01T00:00:00.000Z',
    lastModified: '2026-01-01T00:00:00.000Z',
    location: 'http://127.0.0.1:4680/scim/v2/Users/0198a1f2-7c3e-7b4a-9d55-6f1c2e3d4a5b',
    version: 'W/"1"',
  },
});
