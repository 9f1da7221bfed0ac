#!/bin/sh
# The database of the Python exporter belongs to root: change its owner, then drop root privileges.
set -eu

directory=/etc/snp_exporter
if [ "$(id -u)" = 0 ]; then
  # The directory too: SQLite keeps its write-ahead log next to the database. Nothing else in it is changed.
  chown node:node "$directory"
  find "$directory" -maxdepth 1 -name 'connections.db*' -exec chown node:node {} +
  exec setpriv --reuid=node --regid=node --init-groups --no-new-privs "$@"
fi
exec "$@"
