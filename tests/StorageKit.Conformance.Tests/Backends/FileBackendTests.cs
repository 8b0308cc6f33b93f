namespace StorageKit.Conformance.Tests.Backends;

public sealed class FileBackendTests : IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_folder_is_empty_and_all_that_is_written_to_it_can_be_scanned()
    {
        await using var harness = await PrivateFolder.Harness(_scope, folder => folder, new ManualClock());
        Assert.Empty(Directory.GetFileSystemEntries(harness.Section));
        await File.WriteAllTextAsync(Path.Combine(harness.Section, "file"), "canary-4711");
        Assert.True(await Scans.ContainAsync(harness.Probe<IRawScan>()!, "canary-4711"));
        Assert.Equal(harness.Section, harness.Probe<IDataFolder>()!.Path);
        Assert.NotNull(harness.Probe<ManualClock>());
    }

    [Fact]
    public async Task A_sqlite_file_is_the_only_thing_in_its_folder_and_a_probe_may_know_it()
    {
        string? told = null;
        await using var harness = await SqliteFile.Harness(_scope, file => file, file => [told = file]);
        Assert.Equal(harness.Section, told);
        Assert.False(File.Exists(told));
        await File.WriteAllTextAsync(told + "-wal", "canary-4711");
        Assert.True(await Scans.ContainAsync(harness.Probe<IRawScan>()!, "canary-4711"));
        Assert.Equal(Path.GetDirectoryName(told), harness.Probe<IDataFolder>()!.Path);
    }

    [Fact]
    public async Task A_later_probe_replaces_an_earlier_one_of_the_same_kind()
    {
        var mine = new FolderScan(_scope.Folder);
        await using var harness = await PrivateFolder.Harness(_scope, _ => "", mine);
        Assert.Same(mine, harness.Probe<IRawScan>());
    }
}
