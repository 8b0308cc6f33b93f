using StorageKit.Testing.Disks;

namespace StorageKit.Sqlite.Tests;

public sealed class OutboxDiskTests : IDisposable
{
    const int Size = 4 * 1024 * 1024;
    const int Tries = 300;

    readonly OutboxFolder _folder = new();

    [MountFact]
    public async Task On_a_full_disk_an_emit_fails_and_what_was_acknowledged_arrives_once_when_there_is_room()
    {
        using var disk = new SmallDisk(Size, _folder.Path);
        await using var outbox = await _folder.OpenAsync();
        var trail = Entries.Trail();
        List<AuditEntry> acknowledged = [];
        using (await _folder.TakeTargetAwayAsync())
        {
            disk.Fill();
            AuditEntry? refused = null;
            for (var i = 0; i < Tries && refused is null; i++)
            {
                var entry = trail.Next(new string('x', 2000));
                try
                {
                    await outbox.EmitAsync(entry);
                    acknowledged.Add(entry);
                }
                catch (StorageException e)
                {
                    Assert.Contains("free space on its disk", e.Message);
                    refused = entry;
                }
            }
            Assert.NotNull(refused);
            disk.MakeRoom();
            await outbox.EmitAsync(refused);
            acknowledged.Add(refused);
        }
        await outbox.HoldsAsync(0);
        Assert.Equal(acknowledged, await outbox.ArrivedAsync());
    }

    public void Dispose() => _folder.Dispose();
}
