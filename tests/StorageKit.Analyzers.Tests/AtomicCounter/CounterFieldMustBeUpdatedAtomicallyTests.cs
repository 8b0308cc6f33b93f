using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2007, code that breaks the rule.</summary>
public sealed class CounterFieldMustBeUpdatedAtomicallyTests()
    : StoreRuleTests(new CounterFieldMustBeUpdatedAtomically())
{
    /// <summary>IncrementAsync with these statements, and the fields that they use.</summary>
    static string Increment(string statements, string fields) => Fields($$"""
        {{fields}}
        public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            {{statements}}
        }
        """);

    [Fact]
    public Task A_post_increment() => Flags(Increment("return [|total++|];", "ulong total;"));

    [Fact]
    public Task A_pre_increment() => Flags(Increment("return (ulong)[|++total|];", "long total;"));

    [Fact]
    public Task A_compound_assignment() => Flags(Increment("return [|total += amount|];", "ulong total;"));

    [Fact]
    public Task A_decrement() => Flags(Increment("[|free--|]; return amount;", "int free = 10;"));

    [Fact]
    public Task An_assignment_that_reads_itself() =>
        Flags(Increment("return [|total = total + amount|];", "ulong total;"));

    [Fact]
    public Task A_sum_through_a_local() =>
        Flags(Increment("var sum = total + amount; [|total = sum|]; return sum;", "ulong total;"));

    [Fact]
    public Task A_saturating_sum() =>
        Flags(Increment("return [|total = Math.Max(total, total + amount)|];", "ulong total;"));

    [Fact]
    public Task A_static_field() => Flags(Increment("return [|total += amount|];", "static ulong total;"));

    [Fact]
    public Task A_volatile_field_is_no_better() =>
        Flags(Increment("return (ulong)[|total++|];", "volatile int total;"));

    [Fact]
    public Task An_automatic_property() =>
        Flags(Increment("return [|Total += amount|];", "public ulong Total { get; private set; }"));

    [Fact]
    public Task An_element_of_an_array() =>
        Flags(Increment("return [|buckets[0] += amount|];", "readonly ulong[] buckets = new ulong[8];"));

    [Fact]
    public Task A_field_of_an_object_in_a_shared_dictionary() => Flags(Increment("""
        var entry = windows.GetOrAdd(key, _ => new Window());
        return [|entry.Total += amount|];
        """, ""));

    [Fact]
    public Task A_property_of_an_object_found_in_a_shared_dictionary() => Flags(Increment("""
        if (windows.TryGetValue(key, out var entry))
            [|entry.Hits++|];
        return 0;
        """, ""));

    [Fact]
    public Task A_helper() => Flags(Increment("Count(amount); return total;", """
        ulong total;
        void Count(ulong n) => [|total += n|];
        """));

    [Fact]
    public Task A_method_of_a_nested_object_that_is_shared() => Flags(Increment("return windowed.Add(amount);", """
        readonly Slot windowed = new();
        sealed class Slot { ulong total; public ulong Add(ulong n) => [|total += n|]; }
        """));

    [Fact]
    public Task Another_method_of_the_same_class() => Flags(Increment("return total;", """
        ulong total;
        public void Restore(ulong n) => [|total += n|];
        """));

    [Fact]
    public Task A_lock_that_ends_before() =>
        Flags(Increment("lock (gate) { _ = windows.Count; } return [|total += amount|];", "ulong total;"));

    [Fact]
    public Task Interlocked_in_one_place_and_a_plain_write_in_another() => Flags(Increment("""
        Interlocked.Add(ref total, 1);
        return (ulong)([|total += 1|]);
        """, "long total;"));

    [Fact]
    public Task A_contract_of_the_users_own() => Flags("""
        using StorageKit;
        [StorageContract("ticket_source")]
        public interface ITicketSource { [AtomicReadModifyWrite] long Next(); }
        public class Tickets : ITicketSource
        {
            long last;
            public long Next() => [|++last|];
        }
        """);
}
