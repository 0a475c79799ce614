#!/usr/bin/env bash
# Makes, once, the authority and the certificate of Elasticsearch. Run by docker-compose.yml in the image of Elasticsearch, as root.
#   CERTIFICATES  folder for the keys and certificates of Elasticsearch (read by the group root, to which Elasticsearch belongs)
#   ACCESS        folder for what the service may see: the certificate of the authority alone
set -euo pipefail
umask 027

if [ ! -s "$CERTIFICATES/node/node.crt" ]; then
  # Made aside and moved when whole: a run that was broken off is begun anew.
  work="$CERTIFICATES/making"
  rm -rf "$work" "$CERTIFICATES/ca" "$CERTIFICATES/node"
  mkdir -p "$work"
  elasticsearch-certutil ca --silent --pem --days 3650 --out "$work/ca.zip"
  unzip -q "$work/ca.zip" -d "$work"
  elasticsearch-certutil cert --silent --pem --days 3650 --ca-cert "$work/ca/ca.crt" --ca-key "$work/ca/ca.key" \
    --name node --dns elasticsearch,localhost --ip 127.0.0.1 --out "$work/node.zip"
  unzip -q "$work/node.zip" -d "$work"
  chown -R 0:0 "$work"
  chmod -R u=rwX,g=rX,o= "$work"
  # Only root needs the key of the authority, and only to sign another certificate.
  chmod 0600 "$work/ca/ca.key"
  mv "$work/ca" "$CERTIFICATES/ca"
  mv "$work/node" "$CERTIFICATES/node"
  rm -r "$work"
  echo 'Made an authority and a certificate for Elasticsearch.'
fi
chmod 0755 "$ACCESS"
install -m 0444 "$CERTIFICATES/ca/ca.crt" "$ACCESS/ca.crt"
