using System.Diagnostics;

namespace StorageKit.Conformance.Power.Kills;

/// <summary>PostgreSQL, whose server is killed in three ways in turn.</summary>
sealed class PostgresTarget : KillTarget
{
    PrivatePostgres _server = null!;

    internal override string Section =>
        $"""
        host = '{_server.Host}'
        port = {_server.Port}
        database = '{_server.Address.Database}'
        username = '{_server.Address.User}'
        password = '{_server.Address.Password}'
        plaintext = true
        connect_timeout = '60s'
        command_timeout = '60s'
        """;

    internal override bool KillsBackend => true;

    internal static async Task<PostgresTarget> StartAsync()
    {
        var target = new PostgresTarget();
        target._server = await PrivatePostgres.StartAsync(target.Scope);
        return target;
    }

    internal override async Task<string> VersionAsync() =>
        "PostgreSQL " + (await _server.QueryAsync("SHOW server_version")).Split(' ')[0];

    internal override async Task KillAsync(int round)
    {
        switch (round % 3)
        {
            case 0: // what pg_ctl stop -m immediate sends
                await SignalAsync("QUIT");
                break;
            case 1: // the postmaster alone; its children notice and end
                await SignalAsync("KILL");
                break;
            default: // all of its processes
                await _server.KillAsync();
                break;
        }
        for (var wait = 0; _server.IsRunning && wait < 1000; wait++) await Task.Delay(20);
    }

    internal override async Task RestartAsync()
    {
        for (var attempt = 1;; attempt++)
        {
            try
            {
                await _server.StartAsync();
                return;
            }
            catch (BackendException) when (attempt < 10)
            {
                // The children of a killed postmaster still end.
                await Task.Delay(200);
            }
        }
    }

    async Task SignalAsync(string signal)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(_server.Folder, "data", "postmaster.pid"));
        using var kill = Process.Start("kill", [$"-{signal}", lines[0]]);
        await kill.WaitForExitAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }
}
