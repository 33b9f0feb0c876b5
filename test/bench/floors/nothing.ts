// What it takes Node to start at all.
console.log('Listening on 0 / none');
