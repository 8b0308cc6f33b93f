namespace StorageKit.Local.Tests;

public sealed class RootTests
{
    const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("0")]
    [InlineData("0777")]
    public async Task Folders_are_0700_and_files_0600_under_any_umask(string umask)
    {
        if (OperatingSystem.IsWindows()) return; // which has no modes
        using var folder = new TemporaryFolder();
        using (var process = new SecondProcess(Program.All, folder.Root, 1, umask))
        {
            await process.RestAsync();
            Assert.Equal(0, process.ExitCode);
        }
        string[] folders = [folder.Root, .. Directory.GetDirectories(folder.Root, "*", SearchOption.AllDirectories)];
        Assert.Equal(6, folders.Length);
        const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
        Assert.All(folders, path => Assert.Equal(OwnersFolder, new FileInfo(path).UnixFileMode));
        var files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories);
        Assert.Equal(4 * 3, files.Length);
        Assert.All(files, path => Assert.Equal(OwnersFile, new FileInfo(path).UnixFileMode));
    }

    [Fact]
    public async Task A_link_is_not_followed_out_of_the_root()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        await opened.Objects.WriteAsync("k", new byte[1]);
        var outside = Path.Combine(folder.Parent, "outside");
        await File.WriteAllTextAsync(outside, "theirs");
        File.Delete(folder.In("objects", "k-k"));
        File.CreateSymbolicLink(folder.In("objects", "k-k"), outside);
        var error = await Assert.ThrowsAsync<StorageException>(async () => await opened.Objects.ReadAsync("k"));
        Assert.Contains($"\"{folder.In("objects", "k-k")}\" is a link", error.Message);
        await opened.Objects.WriteAsync("k", new byte[2]);
        Assert.Equal(new byte[2], await opened.Objects.ReadAsync("k"));
        Assert.Equal("theirs", await File.ReadAllTextAsync(outside));
    }

    [Fact]
    public async Task A_folder_that_is_a_link_is_refused()
    {
        using var folder = new TemporaryFolder();
        var outside = Directory.CreateDirectory(Path.Combine(folder.Parent, "outside")).FullName;
        Directory.CreateDirectory(folder.Root);
        Directory.CreateSymbolicLink(folder.In(), outside);
        await using var opened = await folder.OpenAsync();
        Func<Task>[] calls =
        [
            () => opened.Audit.EmitAsync(Entries.Single()).AsTask(),
            () => opened.Objects.WriteAsync("k", new byte[1]).AsTask(),
        ];
        foreach (var call in calls)
            Assert.Contains("is a link", (await Assert.ThrowsAsync<StorageException>(call)).Message);
        Assert.Empty(Directory.GetFileSystemEntries(outside));
    }

    [Fact]
    public async Task Unfinished_files_of_a_dead_process_go_at_the_next_opening()
    {
        using var folder = new TemporaryFolder();
        await using (var opened = await folder.OpenAsync()) await opened.Objects.WriteAsync("k", new byte[1]);
        await File.WriteAllTextAsync(folder.In("objects", "t-0123"), "half");
        await using var again = await folder.OpenAsync();
        Assert.Single(await again.ListAsync());
        Assert.Equal(["k-k"], folder.Names("objects"));
    }

    [Theory]
    [InlineData("missing/store", "does not exist; create it")]
    [InlineData("file", "is a file; set path to a folder")]
    public async Task A_path_that_cannot_be_is_said(string path, string expected)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Parent, "file"), "");
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => OpenedFolder.OpenAsync(
            $"path = '{Path.Combine(folder.Parent, path)}'\nplaintext = true", TimeProvider.System));
        Assert.Contains(expected, error.ToString());
    }

    [Theory]
    [InlineData("session_ttl = '0s'", "session_ttl must be longer than zero")]
    [InlineData("busy_timeout = '-1s'", "busy_timeout")]
    [InlineData("segment_size = 1023", "segment_size")]
    [InlineData("pathh = 'x'", "did you mean \"path\"?")]
    public async Task A_wrong_option_is_said(string option, string expected)
    {
        using var folder = new TemporaryFolder();
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => folder.OpenAsync(option));
        Assert.Contains(expected, error.ToString());
    }
}
