using System.Diagnostics;
using StorageKit.Analyzers.Lua;

namespace StorageKit.Analyzers.Tests.Lua;

/// <summary>The recogniser takes whatever stands in a string: it never throws,
/// and its time grows with the length only.</summary>
public sealed class LuaFuzzTests
{
    static readonly string[] Pieces =
    [
        "redis.call(", "redis.pcall('INCR', ", "redis", ".", "call", "(", ")", "KEYS[1]", "ARGV[2]", "@key", "'", "\"",
        "[[", "]]", "[=[", "]=]", "--", "--[[", "\n", "\\", "local ", "local n = ", "n", "=", "==", "~=", "if ", " then ",
        " elseif ", " else ", " end ", "while ", " do ", "for ", "repeat ", "until ", "function ", "return ", "error(",
        "and", "or", "not ", "{", "}", "{1000}", "{7}", ",", ";", "1.5", "tonumber(", "\0", "é", "\ud800",
    ];

    [Fact]
    public void Random_texts_never_throw_and_spans_lie_inside()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 30_000; round++)
        {
            var separator = random.Next(2) == 0 ? " " : "";
            var script = string.Join(
                separator, Enumerable.Range(0, random.Next(25)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            foreach (var call in LuaRecognizer.Recognize(script))
                Assert.InRange(call.Span.End, call.Span.Start, script.Length);
        }
    }

    [Theory]
    [InlineData("redis.call(")]
    [InlineData("if a then ")]
    [InlineData("if a then return end ")]
    [InlineData("local a = redis.call('GET', KEYS[1]) ")]
    [InlineData("a = a .. a ")]
    [InlineData("local b = b .. 'x' ")]
    [InlineData("--[[")]
    [InlineData("[[")]
    [InlineData("[=")]
    [InlineData("'")]
    [InlineData("{1000")]
    [InlineData("function ")]
    [InlineData("redis.call('A', redis.call('B')) ")]
    public void Twenty_times_the_text_takes_less_than_two_hundred_times_as_long(string piece)
    {
        // A square would be 400 times, always; one good try is enough where much else runs. The floor keeps noise of
        // tiny times out.
        var tries = Enumerable.Range(0, 8)
            .Select(_ => (Small: Time(piece, 2_000), Large: Time(piece, 40_000)));
        Assert.Contains(tries, time => time.Large < Math.Max(time.Small, 2) * 200);
    }

    static double Time(string piece, int count)
    {
        var script = string.Concat(Enumerable.Repeat(piece, count));
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            LuaRecognizer.Recognize(script);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
