using System.Text;

namespace StorageKit.Memory.Tests.Stores;

public sealed class ObjectListingTests
{
    [Fact]
    public async Task Objects_are_listed_in_the_order_of_their_UTF8_bytes()
    {
        // By UTF-16 the emoji (surrogates, D83D) would come before U+E000 and U+FFFD.
        string[] keys = ["", "\0", "a", "a/b", "ab", "b", "é", "\uD7FF", "\uE000", "\uFFFD", "😀", "😀a", "😁", "Z"];
        await using var memory = await MemorySection.OpenAsync();
        var objects = memory.Get<IObjectStore>();
        foreach (var key in keys) await objects.WriteAsync(key, Encoding.UTF8.GetBytes(key));

        var listed = await ListAsync(objects);
        var expected = keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal);
        Assert.Equal(expected, listed.Select(found => found.Key));
        Assert.All(listed, found => Assert.Equal(Encoding.UTF8.GetByteCount(found.Key), found.Size));
    }

    [Theory]
    [InlineData("a", "a|a/b|ab")]
    [InlineData("a/", "a/b")]
    [InlineData("A", "")]
    [InlineData("*", "")]
    public async Task A_prefix_is_compared_ordinally(string prefix, string expected)
    {
        await using var memory = await MemorySection.OpenAsync();
        var objects = memory.Get<IObjectStore>();
        foreach (var key in new[] { "ab", "b", "a/b", "a" }) await objects.WriteAsync(key, ReadOnlyMemory<byte>.Empty);
        Assert.Equal(expected, string.Join('|', (await ListAsync(objects, prefix)).Select(found => found.Key)));
    }

    [Fact]
    public async Task What_is_there_throughout_is_listed_once_while_others_come_and_go()
    {
        await using var memory = await MemorySection.OpenAsync();
        var objects = memory.Get<IObjectStore>();
        for (var i = 0; i < 50; i++) await objects.WriteAsync($"stays {i:00}", new byte[] { 1 });
        using var stop = new CancellationTokenSource();
        var churn = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i = (i + 1) % 5_000)
            {
                await objects.WriteAsync($"comes {i}", new byte[] { 1 });
                await objects.DeleteAsync($"comes {i - 3}");
                await objects.WriteAsync($"stays {i % 50:00}", new byte[] { 2 });
            }
        });
        for (var round = 0; round < 200; round++)
        {
            var listed = (await ListAsync(objects, "stays ")).Select(found => found.Key);
            Assert.Equal(Enumerable.Range(0, 50).Select(i => $"stays {i:00}"), listed);
        }
        await stop.CancelAsync();
        await churn;
    }

    static async Task<List<ObjectInfo>> ListAsync(IObjectStore objects, string prefix = "")
    {
        var listed = new List<ObjectInfo>();
        await foreach (var found in objects.ListAsync(prefix)) listed.Add(found);
        return listed;
    }
}
