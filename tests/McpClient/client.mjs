// A client that StorageKit.Mcp.Tests drives: reads requests from standard input, a JSON object a line, and writes
// answers and what the server announces in the same way. Requests run side by side.
// Usage: node client.mjs PACKAGE SERVER [ARGUMENT...], PACKAGE being one of package.json.
import { createInterface } from 'node:readline';

const [library, command, ...args] = process.argv.slice(2);
const [{ Client }, { StdioClientTransport }] = library.endsWith('/sdk')
  ? [await import(`${library}/client/index.js`), await import(`${library}/client/stdio.js`)]
  : [await import(library), await import(`${library}/stdio`)];

const write = message => process.stdout.write(`${JSON.stringify(message)}\n`);
const client = new Client({ name: 'storagekit-tests', version: '1' });
client.fallbackNotificationHandler = async notification => write({ notification: notification.method });
client.onerror = error => write({ broken: error.message });
client.onclose = () => write({ closed: true });

const transport = new StdioClientTransport({ command, args, stderr: 'pipe', env: process.env });
transport.stderr.on('data', text => write({ log: text.toString() }));
await client.connect(transport);
write({ ready: client.getServerVersion(), capabilities: client.getServerCapabilities(), pid: transport.pid });

const requests = {
  tools: () => client.listTools(),
  call: ({ name, arguments: given }) => client.callTool({ name, arguments: given }),
  resources: ({ cursor }) => client.listResources(cursor ? { cursor } : {}),
  templates: () => client.listResourceTemplates(),
  read: ({ uri }) => client.readResource({ uri }),
  // Gives the call up after a while, which the server is told.
  abandon: async ({ name, arguments: given, after }) => {
    const signal = AbortSignal.timeout(after);
    return client.callTool({ name, arguments: given }, undefined, { signal });
  },
  close: () => client.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, request, ...given } = JSON.parse(line);
  requests[request](given).then(
    result => write({ id, result: result ?? null }),
    error => write({ id, error: error.message, code: error.code }));
}
await client.close();
