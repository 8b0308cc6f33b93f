using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>Whatever is wrong around a secret, no message and no ToString shows any of it.</summary>
public sealed class TomlSecretTests
{
    const string Secret = "Zq7Wvx";

    [Theory]
    [InlineData("password = @")]
    [InlineData("password = \"@")]
    [InlineData("password = '@")]
    [InlineData("password = @\"")]
    [InlineData("password = \"a\"@\"")]
    [InlineData("password = \"a\" @")]
    [InlineData("password = \"\\@\"")]
    [InlineData("password = \"\\u@\"")]
    [InlineData("password = \"@\u0001\"")]
    [InlineData("password = \"\"\"@")]
    [InlineData("password = \"\"\"@\\q\"\"\"")]
    [InlineData("password = \"\"\"\n\"\"\"@")]
    [InlineData("password = 1@")]
    [InlineData("password = 1.5@")]
    [InlineData("password = 0x@")]
    [InlineData("password = 07:00@")]
    [InlineData("password = 2026-@")]
    [InlineData("password = -@")]
    [InlineData("password = t@")]
    [InlineData("password = [@]")]
    [InlineData("password = [\"a\" @]")]
    [InlineData("password = { a = @ }")]
    [InlineData("password = { @ }")]
    [InlineData("password =\n@")]
    [InlineData("password = \n @ = 1\n @ = 2")]
    [InlineData("password @")]
    [InlineData("password: @")]
    [InlineData("[password @]")]
    [InlineData("@")]
    [InlineData("a = 1\na = \"@\"")]
    [InlineData("a = \"@\"\na.b = 1")]
    [InlineData("a = \"@\"\n[a]")]
    public void A_message_never_shows_a_secret(string toml)
    {
        Assert.False(TomlDocument.TryParse(toml.Replace("@", Secret), "f", out _, out var errors));
        Assert.All(errors.Where(e => !e.Message.Contains("defined already")), AssertKeepsSecret);
    }

    [Fact]
    public void The_value_of_a_key_that_is_defined_twice_stays_secret()
    {
        TomlDocument.TryParse($"a = \"{Secret}\"\na = '{Secret}'", "f", out _, out var errors);
        AssertKeepsSecret(Assert.Single(errors));
    }

    [Fact]
    public void Any_cut_of_a_file_with_a_secret_keeps_it()
    {
        var bytes = Encoding.UTF8.GetBytes(
            $"[storage.acme]\npassword = \"{Secret}\"\nkeys = ['{Secret}', \"\"\"{Secret}\"\"\"]");
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            TomlDocument.TryParse([.. bytes[..cut], (byte)'"'], "f", out _, out var errors);
            Assert.All(errors, AssertKeepsSecret);
        }
    }

    [Fact]
    public void A_value_shows_its_type_and_place_only() =>
        Assert.Equal("string at 1:5", TomlDocument.Parse($"a = '{Secret}'", "f").Root["a"]!.ToString());

    static void AssertKeepsSecret(TomlError error)
    {
        for (var i = 0; i + 2 <= Secret.Length; i++) Assert.DoesNotContain(Secret.Substring(i, 2), error.ToString());
    }
}
