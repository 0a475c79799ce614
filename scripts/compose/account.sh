#!/usr/bin/env bash
# Gives the service its own account in Elasticsearch, with no more rights than its role. Run by docker-compose.yml; may be run again at any time.
#   ELASTICSEARCH     address of Elasticsearch
#   ELASTIC_PASSWORD  password of its superuser, who is used here only
#   ROLE              file with the role of the service
#   ACCESS            folder of ca.crt, and for the password that is made here
#   OWNER             user id that the service runs as
set -euo pipefail
umask 077

password="$ACCESS/password"
if [ ! -s "$password" ]; then
  head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$password.new"
  mv "$password.new" "$password"
fi

# put PATH: sends the JSON on stdin. The superuser's password goes by a file of its own, where no list of processes shows it.
put() {
  curl --silent --show-error --fail-with-body --max-time 30 --cacert "$ACCESS/ca.crt" --output "$answer" \
    --config <(printf 'header = "Authorization: Basic %s"\n' "$(printf 'elastic:%s' "$ELASTIC_PASSWORD" | base64 | tr -d '\n')") \
    --request PUT --header 'Content-Type: application/json' --data-binary @- "$ELASTICSEARCH$1"
}

# Elasticsearch answers before it can keep accounts; a wrong password of the superuser stays wrong, but looks the same in that time.
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
for try in $(seq 1 "${TRIES:-30}"); do
  if put /_security/role/vankien <"$ROLE" &&
    printf '{"roles": ["vankien"], "password": "%s"}' "$(cat "$password")" | put /_security/user/vankien; then
    chown "$OWNER" "$password"
    chmod 0400 "$password"
    echo 'The account "vankien" of the service is in place.'
    exit 0
  fi
  echo "Elasticsearch did not take the account (try $try): $(head -c 500 "$answer")" >&2
  sleep "${PAUSE:-2}"
done
echo 'The account of the service could not be made. Was ELASTIC_PASSWORD changed since the first start? Elasticsearch keeps the first one.' >&2
exit 1
