namespace StorageKit.Tests;

public sealed class IdTests
{
    const string Text = "00112233-4455-6677-8899-aabbccddeeff";
    static readonly byte[] Bytes = Convert.FromHexString("00112233445566778899aabbccddeeff");

    [Fact]
    public void The_text_is_the_bytes_in_network_order()
    {
        Assert.Equal(Text, AgentId.FromBytes(Bytes).ToString());
        Assert.Equal(Text, SessionId.FromBytes(Bytes).ToString());
        Assert.Equal(Text, TenantId.FromBytes(Bytes).ToString());
        // What the constructor of Guid makes of the same bytes is another text.
        Assert.NotEqual(Text, new Guid(Bytes).ToString());
        Assert.Equal(Text, new Guid(Bytes, bigEndian: true).ToString());
    }

    [Fact]
    public void Bytes_text_and_hex_lead_back_to_the_id()
    {
        var id = AgentId.FromBytes(Bytes);
        Assert.Equal(Bytes, id.ToByteArray());
        Assert.Equal("00112233445566778899aabbccddeeff", id.ToHex());
        Assert.Equal(id, AgentId.Parse(Text));
        Assert.Equal(id, AgentId.Parse(Text.ToUpperInvariant()));
        Assert.Equal(id, AgentId.Parse(id.ToHex()));
        id.ToByteArray()[0] = 9;
        Assert.Equal(Bytes, id.ToByteArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00112233")]
    [InlineData("{00112233-4455-6677-8899-aabbccddeeff}")]
    [InlineData("00112233-4455-6677-8899-aabbccddeefg")]
    [InlineData("0011-22334455-6677-8899-aabbccddeeff")]
    [InlineData("00112233-4455-6677-8899-aabbccdde-ff")]
    [InlineData("00112233445566778899aabbccddeef ")]
    [InlineData(" 0112233445566778899aabbccddeeff")]
    [InlineData("+0112233445566778899aabbccddeeff")]
    [InlineData("0011223344556677889900aabbccdd\0\0")]
    [InlineData("00112233445566\0\08899aabbccddeeff")]
    [InlineData("0x112233445566778899aabbccddeeff")]
    [InlineData("٠٠112233445566778899aabbccddeeff")]
    public void Other_texts_are_no_ids_and_the_message_does_not_show_them(string text)
    {
        Assert.False(AgentId.TryParse(text, out _));
        Assert.False(SessionId.TryParse(text, out _));
        Assert.False(TenantId.TryParse(text, out _));
        var error = Assert.Throws<FormatException>(() => SessionId.Parse(text));
        Assert.StartsWith("SessionId: expected 32 hexadecimal digits", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"found {text.Length} characters.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_no_id()
    {
        Assert.False(AgentId.TryParse(null, out var id));
        Assert.Equal(default, id);
        Assert.Throws<ArgumentNullException>(() => AgentId.Parse(null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Other_lengths_are_refused(int length)
    {
        var error = Assert.Throws<ArgumentException>(() => TenantId.FromBytes(new byte[length]));
        Assert.StartsWith($"TenantId has 16 bytes; {length} were given.", error.Message, StringComparison.Ordinal);
        if (length < 16) Assert.Throws<ArgumentOutOfRangeException>(() => TenantId.New().WriteTo(new byte[length]));
    }

    [Fact]
    public void Ids_are_ordered_as_their_bytes()
    {
        var random = new Random(3);
        var ids = Enumerable.Range(0, 200).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return AgentId.FromBytes(bytes);
        }).ToList();
        Assert.Equal(ids.OrderBy(id => id.ToHex(), StringComparer.Ordinal), ids.Order());
    }

    [Fact]
    public void All_zero_and_all_one_are_ids_and_the_system_tenant_is_all_zero()
    {
        Assert.Equal(default, AgentId.Parse(new string('0', 32)));
        Assert.Equal(new string('f', 32), AgentId.Parse(new string('f', 32)).ToHex());
        Assert.Equal("00000000-0000-0000-0000-000000000000", TenantId.System.ToString());
    }

    [Fact]
    public void New_ids_are_random_UUIDs_of_version_4()
    {
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => SessionId.New()).Distinct().Count());
        Assert.Equal('4', AgentId.New().ToString()[14]);
        Assert.Contains(AgentId.New().ToString()[19], "89ab");
    }
}
