// What it takes Node to start at all: no TypeScript, of which a companion that starts strips nothing either.
console.log('Listening on 0 / none');
