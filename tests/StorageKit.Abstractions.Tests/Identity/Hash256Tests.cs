namespace StorageKit.Tests;

public sealed class Hash256Tests
{
    const string Hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff";

    [Fact]
    public void Bytes_and_text_lead_back_to_the_hash()
    {
        var hash = Hash256.Parse(Hex);
        Assert.Equal(Hex, hash.ToString());
        Assert.Equal(Convert.FromHexString(Hex), hash.ToByteArray());
        Assert.Equal(hash, Hash256.FromBytes(hash.ToByteArray()));
        Assert.Equal(hash, Hash256.Parse(Hex.ToUpperInvariant()));
        Assert.Equal(new byte[32], Hash256.Genesis.ToByteArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1efg")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1\0")]
    [InlineData("0001020304 5060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff")]
    public void Other_texts_are_no_hash(string text)
    {
        Assert.False(Hash256.TryParse(text, out _));
        var error = Assert.Throws<FormatException>(() => Hash256.Parse(text));
        Assert.Equal($"Hash256: expected 64 hexadecimal digits; found {text.Length} characters.", error.Message);
    }

    [Fact]
    public void Null_and_other_lengths_are_refused()
    {
        Assert.False(Hash256.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => Hash256.Parse(null!));
        Assert.Throws<ArgumentException>(() => Hash256.FromBytes(new byte[31]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hash256.Genesis.WriteTo(new byte[31]));
    }

    [Fact]
    public void One_other_bit_is_another_hash()
    {
        var bytes = Convert.FromHexString(Hex);
        for (var bit = 0; bit < 256; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(Hash256.Parse(Hex), Hash256.FromBytes(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}
