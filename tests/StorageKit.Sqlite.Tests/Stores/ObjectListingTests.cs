using System.Text;

namespace StorageKit.Sqlite.Tests;

public sealed class ObjectListingTests
{
    [Fact]
    public async Task A_listing_is_in_the_order_of_the_bytes_and_only_of_the_prefix()
    {
        // U+10000 comes after U+FFFF in UTF-8, and before it in UTF-16.
        string[] keys = ["", "a", "a\0", "a/", "a/b", "a/\uFFFF", "a/\U00010000", "a0", "b", "é", "\uFFFF", "\U0010FFFF"];
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        foreach (var key in keys.Reverse()) await database.Objects.WriteAsync(key, Encoding.UTF8.GetBytes(key));
        Assert.Equal(keys, (await ListAsync(database.Objects, "")).Select(info => info.Key));
        Assert.Equal(["a/", "a/b", "a/\uFFFF", "a/\U00010000"], (await ListAsync(database.Objects, "a/")).Select(info => info.Key));
        Assert.Equal(["\U0010FFFF"], (await ListAsync(database.Objects, "\U0010FFFF")).Select(info => info.Key));
        Assert.All(
            await ListAsync(database.Objects, ""), info => Assert.Equal(Encoding.UTF8.GetByteCount(info.Key), info.Size));
        Assert.Empty(await ListAsync(database.Objects, "c"));
    }

    [Fact]
    public async Task What_stays_during_a_listing_is_listed_once_while_others_come_and_go()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 700).Select(
            i => database.Objects.WriteAsync($"stays/{i:0000}", new byte[10]).AsTask()));
        List<string> listed = [];
        await foreach (var info in database.Objects.ListAsync())
        {
            if (listed.Count % 100 == 0)
            {
                await database.Objects.WriteAsync($"stays/{listed.Count:0000}-new", new byte[1]);
                await database.Objects.DeleteAsync($"stays/{listed.Count - 100:0000}-new");
            }
            listed.Add(info.Key);
        }
        var stayed = listed.Where(key => !key.EndsWith("-new", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 700).Select(i => $"stays/{i:0000}"), stayed);
    }

    [Fact]
    public async Task Objects_are_overwritten_whole_removed_and_the_callers_own()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var big = new byte[3_000_000];
        new Random(1).NextBytes(big);
        await database.Objects.WriteAsync("k", big);
        Assert.Equal(big, await database.Objects.ReadAsync("k"));
        await database.Objects.WriteAsync("empty", ReadOnlyMemory<byte>.Empty);
        Assert.Empty((await database.Objects.ReadAsync("empty"))!);
        byte[] small = [1, 2];
        await database.Objects.WriteAsync("k", small);
        small[0] = 9;
        Assert.Equal("0102", Convert.ToHexString((await database.Objects.ReadAsync("k"))!));
        Assert.True(await database.Objects.ExistsAsync("k"));
        await database.Objects.DeleteAsync("k");
        await database.Objects.DeleteAsync("k");
        Assert.False(await database.Objects.ExistsAsync("k"));
        Assert.Null(await database.Objects.ReadAsync("k"));
    }

    static async Task<List<ObjectInfo>> ListAsync(IObjectStore objects, string prefix)
    {
        List<ObjectInfo> listed = [];
        await foreach (var info in objects.ListAsync(prefix)) listed.Add(info);
        return listed;
    }
}
