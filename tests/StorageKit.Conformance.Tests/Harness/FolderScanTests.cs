namespace StorageKit.Conformance.Tests.Harness;

public sealed class FolderScanTests : IDisposable
{
    readonly SuiteScope _scope = new();

    [Fact]
    public async Task Every_file_is_scanned_whole_those_in_subfolders_too()
    {
        await File.WriteAllBytesAsync(Path.Combine(_scope.Folder, "a"), [1, 2, 3]);
        Directory.CreateDirectory(Path.Combine(_scope.Folder, "sub"));
        await File.WriteAllBytesAsync(Path.Combine(_scope.Folder, "sub", "b"), []);
        await File.WriteAllBytesAsync(Path.Combine(_scope.Folder, "z"), new byte[100_000]);
        Assert.Equal([3, 0, 100_000], (await ScanAsync()).Select(content => content.Length));
    }

    [Fact]
    public async Task A_file_is_scanned_while_a_driver_writes_it()
    {
        await using var open = new FileStream(
            Path.Combine(_scope.Folder, "open"), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        await open.WriteAsync(new byte[] { 7 });
        await open.FlushAsync();
        Assert.Equal([7], Assert.Single(await ScanAsync()));
    }

    [Fact]
    public async Task A_folder_without_files_has_no_bytes() => Assert.Empty(await ScanAsync());

    public void Dispose() => _scope.Dispose();

    async Task<List<byte[]>> ScanAsync()
    {
        List<byte[]> contents = [];
        await foreach (var content in new FolderScan(_scope.Folder).ScanAsync()) contents.Add(content.ToArray());
        return contents;
    }
}
