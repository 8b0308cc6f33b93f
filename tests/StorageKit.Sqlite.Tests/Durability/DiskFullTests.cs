using StorageKit.Testing.Disks;

namespace StorageKit.Sqlite.Tests;

public sealed class DiskFullTests
{
    const int Size = 2 * 1024 * 1024;
    const int Tries = 300;

    [MountFact]
    public async Task A_full_disk_is_said_and_nothing_false_is_acknowledged_and_all_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk(Size);
        var path = Path.Combine(disk.Folder, "agents.db");
        var section = $"path = '{path}'\nplaintext = true";
        var (agent, session, trail) = (AgentId.New(), SessionId.New(), Entries.Trail());
        List<AuditEntry> acknowledged = [];
        await using (var database = await OpenedDatabase.OpenAsync(section, TimeProvider.System))
        {
            await WriteAllAsync(database, session, agent, 1);
            await EmitAsync(trail.Next());
            disk.Fill();
            AuditEntry? refused = null;
            for (var i = 0; i < Tries && refused is null; i++)
            {
                var entry = trail.Next(new string('x', 2000));
                if (await FailsAsync(() => EmitAsync(entry))) refused = entry;
            }
            Assert.NotNull(refused);
            foreach (var write in Writes(database, session, agent, 2))
                Assert.True(await FailsAsync(async () =>
                {
                    // A page that the log has already may take a small write.
                    for (var i = 0; i < Tries; i++) await write();
                }));
            // Reads go on, and find what was acknowledged.
            Assert.Equal(acknowledged, (await database.ReadAllAsync()).Select(record => record.Entry));
                Assert.Equal(Content(1), await database.Objects.ReadAsync("k"));
            Assert.NotNull(await database.Sessions.LoadAsync(session));
            Assert.NotNull(await database.Credentials.GetSecretAsync("k"));
            Assert.True(await database.Counter.CurrentAsync("k") >= 1);
            Assert.NotNull(await database.Get<IPolicyStore>().GetPolicyAsync(agent));

            disk.MakeRoom();
            await EmitAsync(refused);
            await WriteAllAsync(database, session, agent, 3);

            async Task EmitAsync(AuditEntry entry)
            {
                await database.Audit.EmitAsync(entry);
                acknowledged.Add(entry);
            }
        }
        await using var reopened = await OpenedDatabase.OpenAsync(section, TimeProvider.System);
        var stored = await reopened.ReadAllAsync();
        Assert.Equal(acknowledged, stored.Select(record => record.Entry));
        Assert.All(await AuditChain.VerifyAsync(reopened.Log), chain => Assert.True(chain.Value.IsIntact));
        Assert.Equal(Content(3), await reopened.Objects.ReadAsync("k"));
        await reopened.Lifecycle.HeartbeatAsync(agent);

        async Task<bool> FailsAsync(Func<Task> write)
        {
            try
            {
                await write();
                return false;
            }
            catch (StorageException e)
            {
                Assert.Equal(StorageErrorKind.Backend, e.Kind);
                Assert.Contains("free space on its disk", e.Message);
                Assert.Contains("agents.db", e.Message);
                return true;
            }
        }
    }

    [MountFact]
    public async Task Opening_on_a_full_disk_says_so_and_succeeds_when_there_is_room()
    {
        using var disk = new SmallDisk(Size);
        var section = $"path = '{Path.Combine(disk.Folder, "agents.db")}'\nplaintext = true";
        disk.Fill();
        await ExpectRefusedAsync();
        disk.MakeRoom();
        await using (var database = await OpenedDatabase.OpenAsync(section, TimeProvider.System))
            await database.Objects.WriteAsync("k", Content(1));
        disk.Fill();
        await ExpectRefusedAsync();
        disk.MakeRoom();
        await using var reopened = await OpenedDatabase.OpenAsync(section, TimeProvider.System);
        Assert.Equal(Content(1), await reopened.Objects.ReadAsync("k"));

        async Task ExpectRefusedAsync()
        {
            var error = await Assert.ThrowsAsync<StorageConfigException>(
                () => OpenedDatabase.OpenAsync(section, TimeProvider.System));
            Assert.Contains("agents.db", error.Message);
            Assert.Contains("free space on its disk", error.Message);
        }
    }

    static byte[] Content(byte value) => [.. Enumerable.Repeat(value, 9000)];

    static async Task WriteAllAsync(OpenedDatabase database, SessionId session, AgentId agent, byte value)
    {
        foreach (var write in Writes(database, session, agent, value)) await write();
    }

    static IEnumerable<Func<Task>> Writes(OpenedDatabase database, SessionId session, AgentId agent, byte value) =>
    [
        () => database.Objects.WriteAsync("k", Content(value)).AsTask(),
        () => database.Sessions.SaveAsync(new(session, agent, value)).AsTask(),
        () => database.Credentials.PutSecretAsync("k", new byte[] { value }).AsTask(),
        () => database.Counter.IncrementAsync("k", value, TimeSpan.FromHours(1)).AsTask(),
        () => database.Lifecycle.RegisterAsync(agent).AsTask(),
        () => database.Get<IPolicyWriter>().PutPolicyAsync(agent, new(value, "p", [])).AsTask(),
    ];
}
