namespace StorageKit.Local.Tests;

public sealed class ObjectTests
{
    [Fact]
    public async Task A_file_holds_the_content_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        await opened.Objects.WriteAsync("reports/June.txt", "text"u8.ToArray());
        Assert.Equal("text", await File.ReadAllTextAsync(folder.In("objects", "k-reports%2f%4aune.txt")));
    }

    [Fact]
    public async Task An_operator_may_put_a_file_there_or_change_one()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        await opened.Objects.WriteAsync("a", new byte[1]);
        await File.WriteAllTextAsync(folder.In("objects", "k-b.txt"), "put");
        await File.WriteAllTextAsync(folder.In("objects", "README"), "not an object");
        Assert.Equal([new("a", 1), new("b.txt", 3)], await opened.ListAsync());
        Assert.Equal("put", Utf8.Text((await opened.Objects.ReadAsync("b.txt"))!));
    }

    [Fact]
    public async Task Long_keys_are_listed_with_the_size_of_their_content_in_the_order_of_their_bytes()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        string[] keys = ["a", "a/\uffff", "a/\U00010000", "a" + new string('b', 300), "a" + new string('b', 301)];
        foreach (var key in keys) await opened.Objects.WriteAsync(key, new byte[key.Length]);
        Assert.Equal(
            keys.OrderBy(key => Convert.ToHexString(Utf8.Bytes(key)), StringComparer.Ordinal)
                .Select(key => new ObjectInfo(key, key.Length)),
            await opened.ListAsync());
        Assert.Equal(keys[3..], (await opened.ListAsync("abbb")).Select(info => info.Key));
    }

    [Fact]
    public async Task A_file_moved_to_the_name_of_another_long_key_is_an_error()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        var (one, other) = (new string('1', 300), new string('2', 300));
        await opened.Objects.WriteAsync(one, new byte[1]);
        File.Move(folder.In("objects", KeyFile.Of(one).Name), folder.In("objects", KeyFile.Of(other).Name));
        var error = await Assert.ThrowsAsync<StorageException>(async () => await opened.Objects.ReadAsync(other));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        Assert.Null(await opened.Objects.ReadAsync(one));
    }
}
