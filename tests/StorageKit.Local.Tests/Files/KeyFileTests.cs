namespace StorageKit.Local.Tests;

public sealed class KeyFileTests
{
    [Theory]
    [InlineData("report-2026.txt", "k-report-2026.txt")]
    [InlineData("openai/api_key", "k-openai%2fapi_key")]
    [InlineData("", "k-")]
    [InlineData("..", "k-.%2e")]
    [InlineData("con", "k-con")]
    [InlineData("A", "k-%41")]
    [InlineData("%41", "k-%2541")]
    [InlineData("a\0", "k-a%00")]
    [InlineData("e\u0301", "k-e%cc%81")]
    public void A_simple_key_keeps_its_name(string key, string name)
    {
        Assert.Equal(name, KeyFile.Of(key).Name);
        Assert.Equal(key, KeyFile.KeyOf(name));
    }

    [Fact]
    public void Every_name_is_lower_case_ASCII_and_no_two_keys_share_one()
    {
        var random = new Random(4);
        Dictionary<string, string> keys = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < 20_000; i++)
        {
            var key = new string(random.GetItems<char>("aA.%/\\ 2e\u00e9\u0130\0", random.Next(4)));
            var name = KeyFile.Of(key).Name;
            Assert.Matches("^k-[a-z0-9_.%-]*$", name);
            Assert.Equal(key, keys.TryAdd(name, key) ? key : keys[name]);
        }
    }

    [Fact]
    public void A_long_key_is_named_by_its_hash_and_stands_in_the_file()
    {
        var key = new string('k', 500) + "ключ\n";
        var file = KeyFile.Of(key);
        Assert.Matches("^h-[0-9a-f]{64}$", file.Name);
        using var content = new MemoryStream([.. file.Head, 1, 2]);
        Assert.Equal(key, Utf8.Text(KeyFile.ReadHead(content)));
        Assert.Equal(1, content.ReadByte());
        Assert.Equal([1, 2], file.ContentOf(content.ToArray(), "path"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key \n")]
    [InlineData("key 4\nab")]
    [InlineData("key 1\nabc")]
    [InlineData("key 9999999999\na")]
    public void A_head_that_is_none_is_refused(string head) =>
        Assert.Throws<FormatException>(() => KeyFile.ReadHead(new MemoryStream(Utf8.Bytes(head))));

    [Theory]
    [InlineData("k-A")]
    [InlineData("k-%61")]
    [InlineData("k-%2F")]
    [InlineData("k-%4")]
    [InlineData("k-%ff")]
    public void A_name_that_no_key_has_is_refused(string name) =>
        Assert.Throws<FormatException>(() => KeyFile.KeyOf(name));
}
