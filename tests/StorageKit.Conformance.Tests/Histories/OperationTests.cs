using System.Diagnostics;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Histories;

public class OperationTests
{
    static readonly long s_microsecond = Stopwatch.Frequency / 1_000_000;

    static readonly Operation s_increment = new()
    {
        Id = 118, Caller = 3, Kind = OperationKind.Increment, Key = "k", Argument = 1, Result = 57,
        Call = 13_004 * s_microsecond, Return = 13_019 * s_microsecond,
    };

    static string Describe(Operation operation) => operation.Describe(1_000 * s_microsecond);

    [Fact]
    public void An_operation_shows_caller_number_call_result_and_interval() =>
        Assert.Equal("caller 3 #118 +1 -> 57 [12.004,12.019 ms]", Describe(s_increment));

    [Fact]
    public void An_unknown_operation_never_ends() => Assert.Equal(
        "caller 3 #118 +1 -> ? [12.004,never ms]",
        Describe(s_increment with
        {
            Outcome = Outcome.Unknown, Return = Operation.Never, Result = OperationValue.None,
        }));

    [Fact]
    public void A_refused_operation_says_so() => Assert.Equal(
        "caller 3 #118 write v -> refused [12.004,12.019 ms]",
        Describe(s_increment with
        {
            Kind = OperationKind.Write, Argument = "v", Outcome = Outcome.Failed, Result = OperationValue.None,
        }));

    [Fact]
    public void A_long_list_is_cut_in_the_middle()
    {
        var read = s_increment with
        {
            Kind = OperationKind.ReadLog,
            Argument = OperationValue.None,
            Result = OperationValue.Of(Enumerable.Range(1, 100).Select(i => OperationValue.Of((ulong)i))),
        };
        Assert.Equal(
            "caller 3 #118 read log -> [1, 2, 3, 4, … 97, 98, 99, 100; 100 in all] [12.004,12.019 ms]",
            Describe(read));
    }

    [Fact]
    public void Values_are_equal_by_content_and_kind()
    {
        Assert.Equal(OperationValue.Of([1, "a"]), OperationValue.Of([1, "a"]));
        Assert.Equal(OperationValue.Of([1, "a"]).GetHashCode(), OperationValue.Of([1, "a"]).GetHashCode());
        Assert.NotEqual(OperationValue.Of(1), OperationValue.Of("1"));
        Assert.NotEqual(OperationValue.Of(0), OperationValue.None);
        Assert.NotEqual(OperationValue.Of("a"), OperationValue.Of("A"));
    }
}
