using StorageKit.Testing.Disks;

namespace StorageKit.Local.Tests;

public sealed class DiskFullTests
{
    const int Size = 1024 * 1024;
    const int Tries = 300;

    [MountFact]
    public async Task A_full_disk_is_said_and_nothing_false_is_acknowledged_and_all_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk(Size);
        var root = Path.Combine(disk.Folder, "store");
        var section = $"path = '{root}'\nplaintext = true";
        var (agent, session, trail) = (AgentId.New(), SessionId.New(), Entries.Trail());
        List<AuditEntry> acknowledged = [];
        await using (var opened = await OpenedFolder.OpenAsync(section, TimeProvider.System))
        {
            foreach (var write in Writes(opened, session, agent, 1)) await write();
            await EmitAsync(trail.Next());
            disk.Fill();
            AuditEntry? refused = null;
            for (var i = 0; i < Tries && refused is null; i++)
            {
                var entry = trail.Next(new string('x', 2000));
                if (await FailsAsync(() => EmitAsync(entry))) refused = entry;
            }
            Assert.NotNull(refused);
            foreach (var write in Writes(opened, session, agent, 2)) Assert.True(await FailsAsync(write));
            Assert.True(await FailsAsync(() => opened.Get<IHealthCheckable>().CheckHealthAsync().AsTask()));
            // Reads go on, and find what was acknowledged; of what failed no trace is left.
            await ExpectAsync(opened, acknowledged, session, 1);
            Assert.DoesNotContain(
                Directory.GetFiles(root, "*", SearchOption.AllDirectories),
                path => Path.GetFileName(path) is ['t', '-', ..] or ['h', 'e', 'a', 'l', 't', 'h', ..]);

            disk.MakeRoom();
            await EmitAsync(refused);
            foreach (var write in Writes(opened, session, agent, 3)) await write();
            await opened.Get<IHealthCheckable>().CheckHealthAsync();

            async Task EmitAsync(AuditEntry entry)
            {
                await opened.Audit.EmitAsync(entry);
                acknowledged.Add(entry);
            }
        }
        await using var reopened = await OpenedFolder.OpenAsync(section, TimeProvider.System);
        await ExpectAsync(reopened, acknowledged, session, 3);
        Assert.All(await AuditChain.VerifyAsync(reopened.Log), chain => Assert.True(chain.Value.IsIntact));

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
                Assert.Contains(root, e.Message);
                return true;
            }
        }
    }

    [MountFact]
    public async Task Opening_on_a_full_disk_reads_what_is_there_and_a_torn_tail_waits_for_room()
    {
        using var disk = new SmallDisk(Size);
        var root = Path.Combine(disk.Folder, "store");
        var section = $"path = '{root}'\nplaintext = true";
        disk.Fill();
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var refused = await OpenedFolder.OpenAsync(section, TimeProvider.System);
            await refused.Objects.WriteAsync("k", Content(1));
        });
        Assert.Contains("free space on its disk", error.Message);
        disk.MakeRoom();
        var (agent, session, chain) = (AgentId.New(), SessionId.New(), Entries.Chain(3));
        await using (var opened = await OpenedFolder.OpenAsync(section, TimeProvider.System))
        {
            foreach (var write in Writes(opened, session, agent, 1)) await write();
            foreach (var entry in chain) await opened.Audit.EmitAsync(entry);
        }
        disk.Fill();
        await using (var full = await OpenedFolder.OpenAsync(section, TimeProvider.System))
            await ExpectAsync(full, chain, session, 1);
        var segment = Directory.GetFiles(root, "*.jsonl", SearchOption.AllDirectories).Single();
        // Within its last page, so that the torn line itself finds room.
        await File.AppendAllTextAsync(segment, new string('t', 200));
        await using (var full = await OpenedFolder.OpenAsync(section, TimeProvider.System))
        {
            var said = await Assert.ThrowsAsync<StorageException>(() => full.ReadAllAsync());
            Assert.Contains("free space on its disk", said.Message);
            disk.MakeRoom();
            await ExpectAsync(full, chain, session, 1);
        }
        Assert.Equal(200, new FileInfo(Assert.Single(Torn())).Length);

        string[] Torn() => Directory.GetFiles(root, "*.torn", SearchOption.AllDirectories);
    }

    static async Task ExpectAsync(
        OpenedFolder opened, IReadOnlyList<AuditEntry> entries, SessionId session, byte value)
    {
        Assert.Equal(entries, (await opened.ReadAllAsync()).Select(record => record.Entry));
        Assert.Equal(Content(value), await opened.Objects.ReadAsync("k"));
        Assert.Equal(value, (await opened.Sessions.LoadAsync(session))!.StartedAtNs);
        Assert.Equal([value], (await opened.Credentials.GetSecretAsync("k"))!);
    }

    static byte[] Content(byte value) => [.. Enumerable.Repeat(value, 9000)];

    static IEnumerable<Func<Task>> Writes(OpenedFolder opened, SessionId session, AgentId agent, byte value) =>
    [
        () => opened.Objects.WriteAsync("k", Content(value)).AsTask(),
        () => opened.Sessions.SaveAsync(new(session, agent, value)).AsTask(),
        () => opened.Credentials.PutSecretAsync("k", new byte[] { value }).AsTask(),
    ];
}
