// SQLite alone: rows as large as a person, on the disk before the next one begins. BENCH_DATABASE names the file, BENCH_SECONDS how long,
// BENCH_ROWS how many rows share a commit. Prints rows a second.
import { DatabaseSync } from 'node:sqlite';
import { oneUser } from './one-user.ts';

const rows = Number(process.env['BENCH_ROWS']);
const database = new DatabaseSync(process.env['BENCH_DATABASE'] ?? '');
database.exec('pragma journal_mode = wal; pragma synchronous = full');
database.exec('create table if not exists people (id integer primary key, name text not null unique, body text not null)');
const insert = database.prepare('insert into people (name, body) values (?, ?)');
const begin = performance.now();
const end = begin + Number(process.env['BENCH_SECONDS']) * 1000;
let done = 0;
while (performance.now() < end) {
  database.exec('begin immediate');
  for (let row = 0; row < rows; row++) insert.run(`${begin}-${done++}@acme.example`, oneUser);
  database.exec('commit');
}
console.log(`${((done * 1000) / (performance.now() - begin)).toFixed(1)} rows a second`);
database.close();
