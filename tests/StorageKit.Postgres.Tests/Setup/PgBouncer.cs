using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>PgBouncer in transaction mode in front of a server, with two connections to it for everybody.</summary>
internal sealed class PgBouncer : IDisposable
{
    const string Program = "/usr/sbin/pgbouncer";

    // It ends with the tests' process, however that ends: then the shell's input does. A signal at the parent's death
    // would come as soon as the thread ends that started it.
    const string Hold = """
        "$@" &
        cat > /dev/null
        kill -KILL $!
        wait
        """;

    readonly Process _process;

    PgBouncer(Process process, int port) => (_process, Port) = (process, port);

    internal static bool IsInstalled => File.Exists(Program);

    internal int Port { get; }

    internal static async Task<PgBouncer> StartAsync(PrivatePostgres server, string folder)
    {
        var port = FreePort();
        var at = server.Address;
        var users = Path.Combine(folder, "users.txt");
        await File.WriteAllTextAsync(users, $"\"{at.User}\" \"{at.Password}\"\n");
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            settings,
            $"""
            [databases]
            {at.Database} = host={at.Host} port={at.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = plain
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 2

            """);
        using (var rights = Process.Start("chmod", ["-R", "a+rX", folder])) await rights.WaitForExitAsync();
        // It refuses to be root's.
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=nobody", "--clear-groups", Program, "-q", settings]
            : [Program, "-q", settings];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Hold, "sh", .. command])
        {
            RedirectStandardInput = true, RedirectStandardError = true,
        };
        var bouncer = new PgBouncer(Process.Start(start)!, port);
        await bouncer.AnswersAsync();
        return bouncer;
    }

    async Task AnswersAsync()
    {
        for (var attempt = 0;; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (attempt < 200 && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
