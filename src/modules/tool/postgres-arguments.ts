/** How the embedded Postgres is run: loopback only, silent about values, small. */

type Server = {
  /** Absolute path of the cluster. */
  readonly folder: string;
  readonly port: number;
  /** False gives up crash safety for speed: for tests. */
  readonly durable: boolean;
  readonly connections: number;
};

type Setting = readonly [name: string, value: string];

const doors: readonly Setting[] = [
  ['listen_addresses', '127.0.0.1'],
  // No socket file: nothing to leave behind, no length limit of a path to meet.
  ['unix_socket_directories', ''],
  ['ssl', 'off'],
  ['password_encryption', 'scram-sha-256'],
];

/** An error's text may hold the value that caused it, so errors go to the program that made them and nowhere else. */
const silence: readonly Setting[] = [
  ['log_destination', 'stderr'],
  ['logging_collector', 'off'],
  ['log_min_messages', 'log'],
  ['log_error_verbosity', 'terse'],
  ['log_min_error_statement', 'panic'],
  ['log_parameter_max_length', '0'],
  ['log_parameter_max_length_on_error', '0'],
  ['log_statement', 'none'],
  ['log_min_duration_statement', '-1'],
  ['log_checkpoints', 'off'],
  ['log_line_prefix', '%m [%p] '],
];

const size: readonly Setting[] = [
  ['shared_buffers', '32MB'],
  ['wal_level', 'minimal'],
  ['max_wal_senders', '0'],
  ['max_logical_replication_workers', '0'],
  ['io_method', 'sync'],
  ['jit', 'off'],
  ['timezone', 'UTC'],
  ['log_timezone', 'UTC'],
];

const careless: readonly Setting[] = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
];

/**
 * The command line of the server.
 * @returns arguments without the program's own name; no secrets among them
 * @source  F-cases of the threat catalogue: a value written to the server log outlives its erasure
 */
export const postgresArguments = (server: Server): readonly string[] => {
  const settings: readonly Setting[] = [
    ['port', String(server.port)],
    ['max_connections', String(server.connections)],
    ...doors,
    ...silence,
    ...size,
    ...(server.durable ? [] : careless),
  ];
  return ['-D', server.folder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
};
