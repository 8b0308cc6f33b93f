namespace StorageKit.Sqlite.Tests;

/// <summary>What a killed process leaves: the write-ahead log and the memory file beside the database.</summary>
public sealed class LeftLogTests
{
    const string Options = "plaintext = true";
    const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task A_reader_without_the_right_to_write_finds_what_the_left_log_holds()
    {
        using var file = new TemporaryDatabase();
        List<Hash256> said = [];
        using (var process = new SecondProcess(Program.Emit, file.Path, int.MaxValue))
        {
            while (said.Count < 20) said.Add((await process.NextAcknowledgedAsync())!.Value);
            process.Kill();
            said.AddRange(await process.RestAsync());
        }
        Assert.True(new FileInfo(file.Path + "-wal").Length > 0);
        var before = file.AllBytes();
        foreach (var path in Directory.GetFiles(file.Folder)) File.SetAttributes(path, FileAttributes.ReadOnly);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={file.Path};Mode=ReadOnly;Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM audit";
            Assert.InRange((long)command.ExecuteScalar()!, said.Count, said.Count + 1);
        }
        Assert.Equal(before.Length, file.AllBytes().Length);
        foreach (var path in Directory.GetFiles(file.Folder)) File.SetAttributes(path, FileAttributes.Normal);
        await using var database = await file.OpenAsync(Options);
        Assert.Equal(said, (await database.ReadAllAsync()).Select(record => record.Entry.EntryHash).Take(said.Count));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0777")]
    public async Task The_database_and_what_is_beside_it_are_0600_under_any_umask(string umask)
    {
        if (OperatingSystem.IsWindows()) return; // which has no modes
        using var file = new TemporaryDatabase();
        using var process = new SecondProcess(Program.Count, file.Path, int.MaxValue, umask);
        Assert.NotNull(await process.NextAcknowledgedAsync());
        process.Kill();
        await process.RestAsync();
        var files = Directory.GetFiles(file.Folder);
        Assert.Equal(3, files.Length);
        Assert.All(files, path => Assert.Equal(OwnersFile, new FileInfo(path).UnixFileMode));
    }
}
