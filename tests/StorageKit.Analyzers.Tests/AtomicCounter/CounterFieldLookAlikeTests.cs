using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2007, code that looks alike and is correct.</summary>
public sealed class CounterFieldLookAlikeTests() : StoreRuleTests(new CounterFieldMustBeUpdatedAtomically())
{
    Task AcceptsIncrement(string statements, string fields = "") => Accepts(Fields($$"""
        {{fields}}
        public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            {{statements}}
        }
        """));

    [Fact]
    public Task Interlocked_is_one_step() =>
        AcceptsIncrement("return Interlocked.Add(ref total, amount);", "ulong total;");

    [Fact]
    public Task A_compare_exchange_loop_is_a_compare_and_set() => AcceptsIncrement("""
        ulong before, after;
        do
        {
            before = Volatile.Read(ref total);
            after = before + amount;
        }
        while (Interlocked.CompareExchange(ref total, after, before) != before);
        return after;
        """, "ulong total;");

    [Fact]
    public Task A_lock_statement_covers_it() => AcceptsIncrement("lock (gate) return total += amount;", "ulong total;");

    [Fact]
    public Task A_lock_on_the_entry_covers_it() => AcceptsIncrement("""
        var entry = windows.GetOrAdd(key, _ => new Window());
        lock (entry)
            return entry.Total += amount;
        """);

    [Fact]
    public Task A_semaphore_covers_it() => AcceptsIncrement("""
        await mutex.WaitAsync(cancellationToken);
        try { return total += amount; }
        finally { mutex.Release(); }
        """, "ulong total;");

    [Fact]
    public Task A_monitor_covers_it() => AcceptsIncrement("""
        Monitor.Enter(gate);
        try { return total += amount; }
        finally { Monitor.Exit(gate); }
        """, "ulong total;");

    [Fact]
    public Task The_caller_of_the_helper_holds_the_lock() => AcceptsIncrement("lock (gate) return Add(amount);", """
        ulong total;
        ulong Add(ulong n) => total += n;
        """);

    [Fact]
    public Task A_helper_two_calls_away_is_under_the_lock_too() => AcceptsIncrement("lock (gate) return First(amount);", """
        ulong total;
        ulong First(ulong n) => Second(n);
        ulong Second(ulong n) { total += n; return total; }
        """);

    [Fact]
    public Task A_constructor_runs_before_the_store_is_shared() => AcceptsIncrement("return 0;", """
        int slots;
        public AcmeCounter() { slots++; slots += 2; }
        """);

    [Fact]
    public Task A_local_belongs_to_this_call() =>
        AcceptsIncrement("ulong total = 0; total += amount; total++; return total;");

    [Fact]
    public Task An_object_of_this_call_belongs_to_nobody_else() =>
        AcceptsIncrement("var entry = new Window(); entry.Total += amount; entry.Hits++; return entry.Total;");

    [Fact]
    public Task An_object_that_was_passed_in_may_be_the_callers_own() => AcceptsIncrement("return 0;", """
        public static void Fill(Window window) => window.Total += 1;
        """);

    [Fact]
    public Task A_thread_static_field_belongs_to_this_thread() =>
        AcceptsIncrement("calls++; return amount;", "[ThreadStatic] static int calls;");

    [Fact]
    public Task An_assignment_that_does_not_read_itself_is_one_step() =>
        AcceptsIncrement("last = amount; return last;", "ulong last;");

    [Fact]
    public Task A_reading_of_another_field_is_not_read_modify_write() =>
        AcceptsIncrement("copy = total; return copy;", "ulong total = 1; ulong copy;");

    [Fact]
    public Task The_answer_of_an_atomic_call_is_not_stale() =>
        AcceptsIncrement(
            "highest = Interlocked.Add(ref total, amount); return highest;", "ulong total; ulong highest;");

    [Fact]
    public Task Text_is_not_a_counter() =>
        AcceptsIncrement("name += key; return 0;", "string name = \"\"; public string Name => name;");

    [Fact]
    public Task An_event_subscription_is_synchronised_by_the_language() => AcceptsIncrement("Counted += () => { }; return 0;", """
        public event Action? Counted;
        public void Raise() => Counted?.Invoke();
        """);

    [Fact]
    public Task A_member_of_a_new_object_is_initialised() =>
        AcceptsIncrement("windows[key] = new Window { Total = amount, Hits = 1 }; return amount;");

    [Fact]
    public Task A_copy_of_a_struct_is_a_local() => AcceptsIncrement("var copy = slot; copy.Total += amount; return copy.Total;", """
        struct Slot { public ulong Total; }
        Slot slot;
        public void Reset() => slot = default;
        """);

    [Fact]
    public Task A_class_without_the_promise_may_count() => Accepts("""
        public class Statistics { int hits; public int Hit() => ++hits; }
        """);

    [Fact]
    public Task An_exempt_method_carries_its_reason() => AcceptsIncrement("return Note();", """
        ulong seen;
        [ContractExempt("SK2007", Because = "An estimate for a log line.")]
        ulong Note() => seen++;
        """);
}
