#!/bin/sh
# The database of an earlier exporter belongs to root: take it over, then go on without root's rights.
set -eu

directory=/etc/snp_exporter
if [ "$(id -u)" = 0 ]; then
  # The directory too: SQLite keeps its write-ahead log beside the database. Nothing else in it is touched.
  chown node:node "$directory"
  find "$directory" -maxdepth 1 -name 'connections.db*' -exec chown node:node {} +
  exec setpriv --reuid=node --regid=node --init-groups --no-new-privs "$@"
fi
exec "$@"
