namespace StorageKit.Sqlite.Tests;

public sealed class OversizedWriteTests
{
    [Fact]
    public async Task What_does_not_fit_fails_alone_and_is_not_acknowledged_and_later_writes_go_on()
    {
        using var file = new TemporaryDatabase();
        await (await file.OpenAsync()).DisposeAsync();
        using var connection = new DatabaseFile(new() { Path = file.Path }).OpenWriter();
        connection.ExecuteScript("PRAGMA max_page_count = 100");
        var commit = new GroupCommit(connection, new(connection, TimeSpan.FromSeconds(5), "agents.db"), "agents.db");
        WriteOperation<int>[] group = [Write("before", 10), Write("too big", 10_000_000), Write("after", 10)];
        commit.Write(group);
        await group[0].Ended;
        await group[2].Ended;
        var error = await Assert.ThrowsAsync<StorageException>(() => group[1].Ended);
        Assert.Equal((StorageErrorKind.Backend, false), (error.Kind, error.IsTransient));
        Assert.Contains("the database \"agents.db\" has no room to grow; free space on its disk", error.Message);
        var later = Write("later", 10);
        commit.Write([later]);
        await later.Ended;
        Assert.Equal(3, file.Number("SELECT count(*) FROM objects"));
    }

    static WriteOperation<int> Write(string key, int size) => new(
            connection => connection.Execute(
            "INSERT INTO objects (tenant, key, content) VALUES (?1, ?2, ?3)", new byte[16], Utf8.Bytes(key),
            new byte[size]),
        CancellationToken.None);
}
