namespace StorageKit.Analyzers.Tests.Harness;

public sealed class MarkedSourceTests
{
    [Fact]
    public void Marks_are_taken_out_and_remembered()
    {
        var source = MarkedSource.Parse("a [|b|] {|SK2:c [|d|]|} {e}", "SK1");

        Assert.Equal("a b c d {e}", source.Text);
        Assert.Equal(
            ["SK1 [2..3)", "SK1 [6..7)", "SK2 [4..7)"],
            source.Expected.Select(expected => $"{expected.Id} {expected.Span}"));
    }

    [Fact]
    public void An_open_mark_is_an_error() => Assert.Throws<FormatException>(() => MarkedSource.Parse("[|a", "SK1"));
}
