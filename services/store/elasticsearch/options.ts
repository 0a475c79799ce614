/** How the cluster of an index is reached, and how the index is laid out there. */
export interface ElasticsearchOptions {
  /** Addresses of nodes, http or https, without user and password. */
  readonly nodes: readonly string[];
  readonly auth:
    | { readonly kind: 'none' }
    | { readonly kind: 'apiKey'; readonly apiKey: string }
    | { readonly kind: 'basic'; readonly user: string; readonly password: string };
  /** Path of a PEM file with the authorities that sign the nodes' certificates; null for those that Node trusts. */
  readonly ca: string | null;
  /** What the names of indices, aliases and templates begin with. */
  readonly prefix: string;
  /** Primary shards of an index that is made. */
  readonly shards: number;
  /** Copies of each shard; `auto`: one where there is a second node. */
  readonly replicas: number | 'auto';
  /** Longest wait for the answer to a question, in milliseconds; writing may take three times as long. */
  readonly timeout: number;
}
