using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Tests.Load;

public sealed class LoadTimeTests
{
    [Theory]
    [InlineData(null, 2)]
    [InlineData("", 2)]
    [InlineData("0.5", 0.5)]
    [InlineData("10", 10)]
    public void The_environment_says_how_many_seconds(string? text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LoadTime.Parse(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("16")]
    [InlineData("1,5")]
    [InlineData("ten")]
    public void Anything_else_is_refused_with_what_was_expected(string text)
    {
        var refused = Assert.Throws<FormatException>(() => LoadTime.Parse(text));
        Assert.Equal(
            $"STORAGEKIT_LOAD_SECONDS: expected a number of seconds, more than 0 and at most 15, found \"{text}\".",
            refused.Message);
    }
}
