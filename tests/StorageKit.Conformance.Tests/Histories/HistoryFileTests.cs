using System.Diagnostics;
using System.Text;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Histories;

public class HistoryFileTests
{
    static readonly HistoryHeader s_header = new(ulong.MaxValue, "RLC-05", "acme", "reset at 3, \"stop\" at 5");

    static Operation Sample => new()
    {
        Id = 1, Caller = 3, Kind = OperationKind.Increment, Key = "a\u0000\n\"ключ", Argument = ulong.MaxValue,
        Result = ulong.MaxValue, Call = 12, Return = 19,
    };

    [Fact]
    public void Every_operation_comes_back_as_it_was()
    {
        var history = new History(s_header,
        [
            Sample,
            Sample with
            {
                Result = OperationValue.None, Return = Operation.Never, Outcome = Outcome.Unknown, Error = "late",
            },
            Sample with { Result = OperationValue.None, Outcome = Outcome.Failed, Error = "ArgumentException: no" },
            Sample with { Kind = OperationKind.Write, Argument = "text", Result = OperationValue.None },
            Sample with { Kind = OperationKind.Read, Argument = OperationValue.None, Result = "" },
            Sample with { Kind = OperationKind.ReadLog, Result = OperationValue.Of([1, "two", OperationValue.None]) },
            Sample with { Kind = OperationKind.ReadLog, Result = OperationValue.Of([]) },
            .. Enum.GetValues<OperationKind>().Select(kind => Sample with { Kind = kind }),
        ]);

        var loaded = HistoryFile.Load(new MemoryStream(Save(history)));

        Assert.Equal(history.Header, loaded.Header);
        Assert.Equal(history.Operations.AsEnumerable(), loaded.Operations);
    }

    [Fact]
    public void Faults_come_back_as_they_were()
    {
        FaultBand[] faults = [new("black hole", 5, 7), new("clock +1 h \"\n", 9, 9), new("refused", 9, Operation.Never)];

        var loaded = HistoryFile.Load(new MemoryStream(Save(new History(s_header, [Sample], faults))));

        Assert.Equal(faults, loaded.Faults);
        Assert.Single(loaded.Operations);
    }

    [Fact]
    public void The_file_has_a_header_and_one_line_an_operation()
    {
        var lines = Encoding.UTF8.GetString(Save(new History(s_header, [Sample, Sample]))).Split('\n');
        Assert.Equal(4, lines.Length); // the last one is empty
        Assert.StartsWith(
            """{"format":"storagekit-history/1","seed":18446744073709551615,"clause":"RLC-05","driver":"acme",""",
            lines[0]);
        Assert.Contains("\"result\":18446744073709551615", lines[2]);
    }

    [Fact]
    public void Times_of_another_clock_are_converted()
    {
        var text = Encoding.UTF8.GetString(Save(new History(s_header, [Sample])))
            .Replace($"\"ticksPerSecond\":{Stopwatch.Frequency}", $"\"ticksPerSecond\":{Stopwatch.Frequency / 10}");
        var loaded = Load(text);
        Assert.Equal((120, 190), (loaded.Operations[0].Call, loaded.Operations[0].Return));
    }

    [Theory]
    [InlineData("", "first line must be a header")]
    [InlineData("{\"format\":\"other/9\"}", "Line 1 of the history cannot be read: the format is 'other/9'")]
    [InlineData("not json", "Line 1 of the history cannot be read")]
    public void A_file_that_is_no_history_is_refused_with_its_line(string text, string message)
    {
        var refusal = Assert.Throws<FormatException>(() => Load(text));
        Assert.Contains(message, refusal.Message);
    }

    [Theory]
    [InlineData("\"Increment\"", "\"Explode\"", "'Explode' is no kind; use one of Increment")]
    [InlineData("\"Ok\"", "\"Maybe\"", "'Maybe' is no outcome; use one of Ok")]
    [InlineData("\"caller\":3,", "", "Line 2")]
    [InlineData("\"call\":12", "\"call\":\"soon\"", "Line 2")]
    public void A_line_that_is_no_operation_is_refused(string part, string replacement, string message)
    {
        var text = Encoding.UTF8.GetString(Save(new History(s_header, [Sample]))).Replace(part, replacement);
        var refusal = Assert.Throws<FormatException>(() => Load(text));
        Assert.Contains(message, refusal.Message);
    }

    static History Load(string text) => HistoryFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    static byte[] Save(History history)
    {
        var stream = new MemoryStream();
        HistoryFile.Save(history, stream);
        return stream.ToArray();
    }
}
