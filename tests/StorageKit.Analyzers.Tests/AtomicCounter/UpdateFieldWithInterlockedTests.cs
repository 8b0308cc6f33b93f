using StorageKit.Analyzers.AtomicCounter;
using StorageKit.CodeFixes.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>The fix of SK2007: what it writes, and where it is not offered.</summary>
public sealed class UpdateFieldWithInterlockedTests() : StoreRuleTests(new CounterFieldMustBeUpdatedAtomically())
{
    CodeFixHarness Fix => new(Analyzer, new UpdateFieldWithInterlocked());

    // Indented as in a file, because a fix formats what it writes.
    static string Increment(string field, string body) => Fields($$"""
            {{field}}
            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                {{body}}
            }
        """);

    Task Fixes(string field, string before, string after) =>
        Fix.VerifyAsync(Increment(field, before), Increment(field, after));

    Task OffersNothing(string field, string body) => Fix.VerifyNoFixAsync(Increment(field, body));

    [Fact]
    public Task An_increment_statement() =>
        Fixes("int n;", "[|n++|]; return 0;", "Interlocked.Increment(ref n); return 0;");

    [Fact]
    public Task A_decrement_statement() =>
        Fixes("uint n;", "[|--n|]; return n;", "Interlocked.Decrement(ref n); return n;");

    [Fact]
    public Task A_compound_assignment_whose_value_is_returned() =>
        Fixes("ulong n;", "return [|n += amount|];", "return Interlocked.Add(ref n, amount);");

    [Fact]
    public Task An_assignment_that_reads_itself() =>
        Fixes("ulong n;", "return [|n = n + amount|];", "return Interlocked.Add(ref n, amount);");

    [Fact]
    public Task A_subtraction_adds_the_negative() =>
        Fixes("long n;", "[|n -= 5|]; return 0;", "Interlocked.Add(ref n, -5); return 0;");

    [Fact]
    public Task A_post_increment_still_gives_the_value_before() =>
        Fixes("ulong n;", "return [|n++|];", "return Interlocked.Increment(ref n) - 1;");

    [Fact]
    public Task An_element_of_an_array() =>
        Fixes(
            "readonly long[] n = new long[4];", "[|n[2] += 3|]; return 0;", "Interlocked.Add(ref n[2], 3); return 0;");

    [Fact]
    public Task A_field_of_a_shared_object() => Fixes(
        "",
        "var entry = windows.GetOrAdd(key, _ => new Window()); return [|entry.Total += amount|];",
        "var entry = windows.GetOrAdd(key, _ => new Window()); return Interlocked.Add(ref entry.Total, amount);");

    [Fact]
    public Task All_of_a_file() => Fixes(
        "int a; ulong b;",
        "[|a++|]; [|a--|]; [|b += amount|]; return [|b += 1|];",
        "Interlocked.Increment(ref a); Interlocked.Decrement(ref a); Interlocked.Add(ref b, amount); "
        + "return Interlocked.Add(ref b, 1);");

    [Fact]
    public Task A_property_cannot_be_passed_by_reference() =>
        OffersNothing("public ulong N { get; set; }", "return [|N += amount|];");

    [Fact]
    public Task Interlocked_knows_no_short_and_no_double() =>
        OffersNothing("short n; double d;", "[|n++|]; [|d += 1|]; return 0;");

    [Fact]
    public Task An_unsigned_number_has_no_negative() => OffersNothing("ulong n;", "return [|n -= amount|];");

    [Fact]
    public Task A_saturating_sum_is_more_than_a_sum() =>
        OffersNothing("ulong n;", "return [|n = Math.Min(n + amount, 100)|];");

    [Fact]
    public Task A_sum_that_reads_the_field_twice_stays() => OffersNothing("ulong n;", "return [|n += n + 1|];");
}
