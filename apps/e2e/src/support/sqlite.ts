import { Database } from 'sqlite3';

/** What a statement finds in a database file, as any other program would read or change it. */
export function inFile<T>(path: string, sql: string): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const database = new Database(path);
    database.all<T>(sql, (error, rows) => database.close(() => (error ? reject(error) : resolve(rows))));
  });
}
