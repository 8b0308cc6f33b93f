using System.Diagnostics;
using StorageKit.Testing.Certificates;

namespace StorageKit.Postgres.Tests;

/// <summary>A server with a certificate for 127.0.0.1 and no other name, from an authority that nobody knows.</summary>
public sealed class TlsServer : IAsyncLifetime
{
    readonly SuiteScope _scope = new();

    internal PrivatePostgres Server { get; private set; } = null!;

    internal string PathOf(string name) => Path.Combine(_scope.Folder, name);

    public async Task InitializeAsync()
    {
        Server = await PrivatePostgres.StartAsync(_scope);
        using var authority = new TestAuthority(_scope.Folder, "ca");
        using var other = new TestAuthority(_scope.Folder, "other");
        var (certificate, key) = authority.Sign("server");
        // The server may run as another user, and wants a key that nobody else can read.
        foreach (var command in (string[][])[["chown", "--reference", Server.Folder], ["chmod", "600"]])
        {
            using var process = Process.Start(command[0], [.. command[1..], certificate, key]);
            await process.WaitForExitAsync();
        }
        await Server.QueryAsync($"ALTER SYSTEM SET ssl_cert_file = '{certificate}'");
        await Server.QueryAsync($"ALTER SYSTEM SET ssl_key_file = '{key}'");
        await Server.QueryAsync("ALTER SYSTEM SET ssl = on");
        await Server.StopAsync();
        await Server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _scope.Dispose();
    }
}
