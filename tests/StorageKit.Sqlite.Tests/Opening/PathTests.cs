namespace StorageKit.Sqlite.Tests;

public sealed class PathTests
{
    [Fact]
    public async Task A_missing_directory_is_said() => await RefusedAsync(
        "missing/agents.db", StorageErrorKind.Backend,
        "storage backend unavailable: the directory of \"agents.db\" does not exist; create it, "
        + "or set path to a file in "
        + "another one");

    [Fact]
    public async Task A_directory_instead_of_a_file_is_said() => await RefusedAsync(
        "folder", StorageErrorKind.Backend,
        "storage backend unavailable: \"folder\" is a directory; set path to a file in it");

    [Fact]
    public async Task A_file_that_is_no_database_is_said() => await RefusedAsync(
        "text.db", StorageErrorKind.Serialization,
        "storage serialization error: the database \"text.db\" is not a SQLite database; name another file, "
        + "or restore it "
        + "from a backup (SQLite error 26/26)");

    [Fact]
    public async Task A_database_in_memory_is_refused()
    {
        var error = await Assert.ThrowsAsync<StorageConfigException>(async () =>
            await TemporaryDatabase.Registry().OpenSectionAsync("sqlite", "path = ':memory:'"));
        Assert.Contains("use the driver \"memory\" for that", error.Message);
    }

    [UnprivilegedFact]
    public async Task A_file_that_may_not_be_written_is_said()
    {
        using var file = new TemporaryDatabase();
        File.WriteAllBytes(file.Path, []);
        File.SetAttributes(file.Path, FileAttributes.ReadOnly);
        var error = await FailureAsync(file.Path);
        Assert.Equal(StorageErrorKind.Unauthorized, error.Kind);
        Assert.Contains("make the file and its directory writable for it", error.Message);
    }

    [Fact]
    public async Task The_files_are_for_this_user_only()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await database.Objects.WriteAsync("k", new byte[1]);
        var files = Directory.GetFiles(file.Folder);
        Assert.Equal(
            ["agents.db", "agents.db-shm", "agents.db-wal"],
            files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var path in OperatingSystem.IsWindows() ? [] : files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(path).UnixFileMode);
    }

    [Theory]
    [InlineData("session_ttl = '0s'", "session_ttl must be longer than zero")]
    [InlineData("agent_ttl = '0ms'", "agent_ttl must be longer than zero")]
    [InlineData("pathh = 'x'", "did you mean \"path\"?")]
    public async Task A_wrong_option_is_said(string option, string expected)
    {
        using var file = new TemporaryDatabase();
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => file.OpenAsync(option));
        Assert.Contains(expected, error.ToString());
    }

    static async Task RefusedAsync(string path, StorageErrorKind kind, string message)
    {
        using var file = new TemporaryDatabase();
        Directory.CreateDirectory(Path.Combine(file.Folder, "folder"));
        await File.WriteAllTextAsync(Path.Combine(file.Folder, "text.db"), new string('x', 5000));
        var error = await FailureAsync(Path.Combine(file.Folder, path));
        Assert.Equal((kind, message), (error.Kind, error.Message));
        Assert.DoesNotContain(file.Folder, error.ToString());
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(Path.Combine(file.Folder, "text.db")));
    }

    static async Task<StorageException> FailureAsync(string path)
    {
        var error = await Assert.ThrowsAsync<StorageConfigException>(async () =>
            await TemporaryDatabase.Registry().OpenSectionAsync("sqlite", $"path = '{path}'"));
        return Assert.IsType<StorageException>(error.InnerException);
    }
}
