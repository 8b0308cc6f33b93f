using System.Security.Cryptography;
using StorageKit.Conformance;
using StorageKit.Testing.Disks;

namespace StorageKit.Postgres.Tests;

public sealed class DiskFullTests : IDisposable
{
    const int Size = 160 * 1024 * 1024;
    const int Tries = 2000;

    // So that the write-ahead log does not take all the room by itself.
    static readonly PostgresSettings s_settings = new()
    {
        Options = new Dictionary<string, string> { ["min_wal_size"] = "32MB", ["max_wal_size"] = "32MB" },
    };

    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [MountFact]
    public async Task A_servers_full_disk_is_said_and_nothing_false_is_acknowledged_and_all_goes_on_with_room()
    {
        using var disk = new SmallDisk(Size, _scope.Folder);
        await using var server = await PrivatePostgres.StartAsync(_scope, settings: s_settings);
        await using var schema = await OpenedSchema.OpenAsync(server);
        var trail = Entries.Trail();
        List<AuditEntry> acknowledged = [];
        List<string> written = [];
        await EmitAsync(trail.Next());
        disk.Fill();
        AuditEntry? refused = null;
        for (var i = 0; i < Tries && refused is null; i++)
        {
            // What cannot be compressed takes the room that it has.
            var entry = trail.Next(Convert.ToHexString(RandomNumberGenerator.GetBytes(4000)));
            if (await FailsAsync(() => EmitAsync(entry))) refused = entry;
        }
        Assert.NotNull(refused);
        Assert.True(await FailsAsync(async () =>
        {
            for (var i = 0; i < Tries; i++) await WriteAsync($"k{i}");
        }));
        Assert.Equal(acknowledged, (await schema.ReadAllAsync()).Select(record => record.Entry));
        foreach (var key in written) Assert.NotNull(await schema.Objects.ReadAsync(key));

        disk.MakeRoom();
        await EmitAsync(refused);
        await WriteAsync("later");
        await using var reopened = await OpenedSchema.OpenAsync(
            Sections.At(server.Address, "plaintext = true"), schema.Tenant);
        Assert.Equal(acknowledged, (await reopened.ReadAllAsync()).Select(record => record.Entry));
        Assert.All(
            await AuditChain.VerifyAsync(reopened.Stores.Get<IAuditLog>()), chain => Assert.True(chain.Value.IsIntact));
        foreach (var key in written) Assert.NotNull(await reopened.Objects.ReadAsync(key));

        async Task EmitAsync(AuditEntry entry)
        {
            await schema.Audit.EmitAsync(entry);
            acknowledged.Add(entry);
        }

        async Task WriteAsync(string key)
        {
            await schema.Objects.WriteAsync(key, RandomNumberGenerator.GetBytes(8000));
            written.Add(key);
        }

        async Task<bool> FailsAsync(Func<Task> write)
        {
            try
            {
                await write();
                return false;
            }
            catch (StorageException e)
            {
                Assert.Equal((StorageErrorKind.Backend, true), (e.Kind, e.IsTransient));
                Assert.Contains(
                    $"the database \"postgres\" at {server.Host}:{server.Port} has no room to grow; free space on its "
                    + "disk", e.Message);
                return true;
            }
        }
    }
}
