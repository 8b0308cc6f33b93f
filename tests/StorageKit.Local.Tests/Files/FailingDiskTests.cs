using StorageKit.Testing.Disks;

namespace StorageKit.Local.Tests;

public sealed class FailingDiskTests
{
    [FailingDiskTheory]
    [InlineData(FailingDisk.Syncs)]
    [InlineData(FailingDisk.Writes)]
    public async Task While_the_disk_fails_no_store_acknowledges_and_afterwards_all_go_on(string calls)
    {
        using var folder = new TemporaryFolder();
        using (var served = new ServedStores(typeof(Program).Assembly.Location, folder.Root))
        {
            Assert.All(await served.WriteAsync(1), result => Assert.Equal(WriteServer.Acknowledged, result.Value));
            await using (await FailingDisk.AttachAsync(served.ProcessId, calls, "EIO"))
            {
                var results = await served.WriteAsync(2);
                Assert.Equal(["audit", "object", "secret", "session"], results.Keys.Order());
                Assert.All(results, result => Assert.StartsWith("Backend: ", result.Value));
                Assert.All(results, result => Assert.Contains($"\"{folder.Root}", result.Value));
                Assert.All(results, result => Assert.Contains("cannot be read or written", result.Value));
            }
            Assert.All(await served.WriteAsync(3), result => Assert.Equal(WriteServer.Acknowledged, result.Value));
        }
        await using var reopened = await folder.OpenAsync("plaintext = true");
        Assert.Equal([0, 1, 2], (await reopened.ReadAllAsync()).Select(record => record.Entry.Seq));
        Assert.All(await AuditChain.VerifyAsync(reopened.Log), chain => Assert.True(chain.Value.IsIntact));
        Assert.Equal(3u, (await reopened.Sessions.LoadAsync(WriteServer.Session))!.StartedAtNs);
        Assert.Equal(WriteServer.Content(3), await reopened.Credentials.GetSecretAsync("k"));
        Assert.Equal(WriteServer.Content(3), await reopened.Objects.ReadAsync("k"));
        Assert.DoesNotContain(folder.Names("objects"), name => name.StartsWith("t-", StringComparison.Ordinal));
    }
}
